import Bytes
import Diagnostics
import Files
import Publish
import Site

/// What a build was made of and what it made, kept beside the output so that the next one can tell that there is nothing to do. It may be deleted at any
/// time, and is not believed unless it is whole.
struct BuildRecord {
    /// A name for everything that the site is made of, as far as names, sizes and times tell: the program, the settings of the command line, all files.
    private let inputs: String
    /// The files that changed so shortly before they were read that their times do not tell whether they still are the same, with the hashes of what was in them.
    private let near: [String: String]
    /// A name for everything that is in the output.
    private let output: String
    private let report: Report

    private static let fieldEnd = "\u{1F}"
    private static let form = "kbgen 1"

    init?(_ pipeline: Pipeline, _ inputs: ContentInputs, output: String, report: Report) {
        guard let now = Inputs(pipeline, inputs) else { return nil }
        self.inputs = now.name
        near = now.near.mapValues { $0 ?? "" }
        self.output = output
        self.report = report
    }

    /// What came of the build, if another would make the same of what is there now.
    func report(ifStill pipeline: Pipeline, _ inputs: ContentInputs, output: String) -> Report? {
        guard let now = Inputs(pipeline, inputs), now.name == self.inputs, output == self.output else { return nil }
        let isSame = near.allSatisfy { location, content in content == now.near[location] ?? FileState.hash(location) }
        return isSame ? report : nil
    }

    /// Everything that a site is made of.
    private struct Inputs {
        let name: String
        let near: [String: String?]

        init?(_ pipeline: Pipeline, _ inputs: ContentInputs) {
            guard let program = FileSystem.program, let state = FileState(of: program) else { return nil }
            let folder = pipeline.folder
            var bytes = state.stamp
            for text in [pipeline.options.baseURL ?? "", folder.content, folder.templates ?? "", folder.configuration ?? ""] + inputs.listing {
                bytes.write(utf8: text)
                bytes.append(0)
            }
            var near: [String: String?] = [:]
            for (location, state) in inputs.files + pipeline.ownFiles.map({ ($0, FileState(of: $0)) }) {
                bytes.write(utf8: location)
                bytes += state?.stamp ?? []
                if let content = state?.nearContent { near[location] = content }
            }
            name = bytes.contentHash
            self.near = near
        }
    }

    // MARK: The file

    /// As the bytes of a file. Nil where a text in it would be taken for something else.
    var bytes: [UInt8]? {
        var lines = [Self.form, inputs, output, String(near.count)]
        lines += near.sorted { $0.key < $1.key }.map { $0.key + Self.fieldEnd + $0.value }
        lines.append([report.pages, report.assets, report.guides].map(String.init).joined(separator: Self.fieldEnd))
        for finding in report.diagnostics {
            lines.append([
                finding.path, String(finding.position.line), String(finding.position.column), finding.severity.rawValue, finding.rule.rawValue, finding.message,
                finding.help ?? "-", finding.help == nil ? "0" : "1",
            ].joined(separator: Self.fieldEnd))
        }
        guard !lines.contains(where: { $0.utf8.contains(0x1E) }) else { return nil }
        var out: [UInt8] = []
        for line in lines {
            out.write(utf8: line)
            out.append(0x1E)
        }
        return Array(out.contentHash.utf8) + out
    }

    /// Reads what `bytes` wrote. Nil for anything else.
    init?(parsing bytes: [UInt8]) {
        let hashLength = 13
        guard bytes.count > hashLength, bytes[hashLength...].contentHash.utf8.elementsEqual(bytes[..<hashLength]) else { return nil }
        var lines = bytes[hashLength...].split(separator: 0x1E, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }[...]
        guard lines.popLast() == "", lines.popFirst() == Self.form, let inputs = lines.popFirst(), let output = lines.popFirst(),
            let nearCount = lines.popFirst().flatMap({ Int($0) }), nearCount >= 0, lines.count > nearCount
        else { return nil }
        self.inputs = inputs
        self.output = output
        near = Self.pairs(lines.prefix(nearCount))
        lines = lines.dropFirst(nearCount)
        let counts = (lines.popFirst() ?? "").split(separator: "\u{1F}").compactMap { Int($0) }
        let findings = lines.map(Self.finding)
        guard counts.count == 3, !findings.contains(where: { $0 == nil }) else { return nil }
        report = Report(diagnostics: findings.compactMap(\.self), pages: counts[0], assets: counts[1], guides: counts[2])
    }

    private static func pairs(_ lines: ArraySlice<String>) -> [String: String] {
        var pairs: [String: String] = Dictionary(minimumCapacity: lines.count)
        for line in lines {
            let parts = line.split(separator: "\u{1F}", omittingEmptySubsequences: false)
            if parts.count == 2 { pairs[String(parts[0])] = String(parts[1]) }
        }
        return pairs
    }

    private static func finding(_ line: String) -> Diagnostic? {
        let parts = line.split(separator: "\u{1F}", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 8, let lineNumber = Int(parts[1]), let column = Int(parts[2]), let severity = Severity(rawValue: parts[3]),
            let rule = Rule(rawValue: parts[4])
        else { return nil }
        var finding = Diagnostic(
            rule, path: parts[0], at: SourcePosition(line: lineNumber, column: column), parts[5], help: parts[7] == "1" ? parts[6] : nil)
        finding.severity = severity
        return finding
    }
}
