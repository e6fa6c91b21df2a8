import Content
import DevServer
import Diagnostics
import DocumentHTML
import Guides
import Markdown
import Mustache
import OpenAPI
import Paths
import Platform
import Search
import Site
import Theme
import YAML

private typealias Reader = @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ count: UnsafeMutablePointer<CInt>, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
    _ read: Reader
) -> CInt

/// The program's main function, under the name that SwiftPM gives it. libFuzzer (https://llvm.org/docs/LibFuzzer.html) reads the arguments, and
/// calls back with input after input. `KBGEN_FUZZ` names the part of kbgen that reads them; see `.ci/fuzz`. A crash, a trap, memory without
/// bound or ten seconds for one input end the run.
@_cdecl("fuzz_main")
public func fuzz(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
    var (count, arguments) = (count, arguments)
    return runDriver(&count, &arguments) { data, length in
        part(Array(UnsafeBufferPointer(start: data, count: length)))
        return 0
    }
}

private let part: @Sendable ([UInt8]) -> Void = {
    let name = getenv("KBGEN_FUZZ").map { String(cString: $0) } ?? ""
    guard let part = parts[name] else { fatalError("KBGEN_FUZZ is one of: \(parts.keys.sorted().joined(separator: ", "))") }
    return part
}()

private let parts: [String: @Sendable ([UInt8]) -> Void] = [
    "document": { readDocument($0, .gitbook) }, "gfm": { readDocument($0, .gfm) },
    "html": { readDocument(Array("<div>".utf8) + $0, .gitbook) },
    "guide": { _ = Guide(reading: Document(parsing: Source(file: "a.md", raw: Array("# It does not work\n\n".utf8) + $0))) },
    "summary": { _ = Summary("SUMMARY.md", $0) }, "yaml": readYAML, "template": readTemplate, "index": readIndex,
    "svg": { _ = SafeSVG($0) },
]

private func readDocument(_ bytes: [UInt8], _ dialect: Dialect) {
    let document = Document(parsing: Source(file: "a.md", raw: bytes), dialect: dialect)
    _ = HTMLRenderer.html(document, context: StandaloneContext(document))
    for link in document.links.indices { _ = document.position(ofLink: link) }
}

private func readYAML(_ bytes: [UInt8]) {
    var diagnostics: [Diagnostic] = []
    _ = Configuration(parsing: bytes, file: .settings("kbgen.yml"), diagnostics: &diagnostics)
    _ = Specification(parsing: bytes)
}

private func readTemplate(_ bytes: [UInt8]) {
    var diagnostics: [Diagnostic] = []
    let template = Template(parsing: bytes, name: "page", file: .template("page.mustache"), diagnostics: &diagnostics)
    let value = Value.object([("a", .list([.object([("b", .text("c"))]), .text("d")])), ("e", .flag(true))])
    _ = TemplateSet([template]).render("page", with: value)
}

/// The input is cut at zeros; its parts are the files of an index, in the order in which they are asked for.
private func readIndex(_ bytes: [UInt8]) {
    var files: [String: [UInt8]] = [:]
    var rest = bytes.split(separator: 0, omittingEmptySubsequences: false)[...]
    var searcher = Searcher { path in
        if let known = files[path] { return known }
        let next = rest.popFirst().map { Array($0) }
        files[path] = next
        return next
    }
    _ = searcher?.find("cable error", language: nil, limit: 5) { _ in nil }
}
