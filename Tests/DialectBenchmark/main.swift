// Prints what reading and rendering in the dialect costs against libcmark's own parsing and rendering of the same files, in CPU time of
// one process that does both by turns: dialect-benchmark FOLDER [ROUNDS]
import CCMark
import DocumentHTML
import Files
import Foundation
import Markdown
import Paths

func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

func measure(_ work: () -> Void) -> Double {
    let start = processorTime()
    work()
    return processorTime() - start
}

guard CommandLine.arguments.count > 1, let walk = FileManager.default.enumerator(atPath: CommandLine.arguments[1]) else {
    print("usage: dialect-benchmark FOLDER [ROUNDS]")
    exit(64)
}
let rounds = CommandLine.arguments.count > 2 ? Int(CommandLine.arguments[2]) ?? 5 : 5
var sources: [Source] = []
for case let name as String in walk where name.hasSuffix(".md") {
    guard let bytes = try FileSystem.read(CommandLine.arguments[1] + "/" + name) else { continue }
    sources.append(Source(file: .standalone(name), raw: bytes))
}

func readByLibrary(_ source: Source) {
    source.bytes.withUnsafeBytes { bytes in
        let document = cmark_parse_document(bytes.assumingMemoryBound(to: CChar.self).baseAddress, bytes.count, CMARK_OPT_DEFAULT)
        free(cmark_render_html(document, CMARK_OPT_UNSAFE))
        cmark_node_free(document)
    }
}

func read(_ source: Source, _ dialect: Dialect) {
    let document = Document(parsing: source, dialect: dialect)
    _ = HTMLRenderer.html(document, context: StandaloneContext(document))
}

// File by file, so that whatever else the machine does meets all alike. Each file is looked through before it is measured, as a build has just read it: else
// whoever came first would pay for bringing it into the processor's caches.
var ratios: [Dialect: [Double]] = [:]
var checksum: UInt8 = 0
for round in 0..<rounds {
    var library = 0.0
    var times: [Dialect: Double] = [:]
    for source in sources {
        checksum = source.bytes.reduce(checksum, &+)
        if round % 2 == 0 { library += measure { readByLibrary(source) } }
        for dialect in Dialect.allCases { times[dialect, default: 0] += measure { read(source, dialect) } }
        if round % 2 == 1 { library += measure { readByLibrary(source) } }
    }
    for (dialect, time) in times { ratios[dialect, default: []].append(time / library) }
}
let bytes = sources.reduce(0) { $0 + $1.bytes.count }
print(
    "\(sources.count) files (sum \(checksum)), \(bytes >> 10) KiB, \(rounds) rounds; CPU against cmark's parse and render, median [min..max]"
)
for dialect in Dialect.allCases {
    let sorted = (ratios[dialect] ?? []).sorted()
    guard let first = sorted.first, let last = sorted.last else { continue }
    print(String(format: "  %-12@ %.2f [%.2f..%.2f]", dialect.rawValue as NSString, sorted[sorted.count / 2], first, last))
}
// And in whole passes over all files, in which neither has the next file at hand: the same work, and another answer.
var whole: [Double] = []
for round in 0..<rounds {
    var library = 0.0
    if round % 2 == 0 { library = measure { for source in sources { readByLibrary(source) } } }
    let own = measure { for source in sources { read(source, .gitbook) } }
    if round % 2 == 1 { library = measure { for source in sources { readByLibrary(source) } } }
    whole.append(own / library)
}
whole.sort()
if let first = whole.first, let last = whole.last {
    print(String(format: "  %-12@ %.2f [%.2f..%.2f] in whole passes", "gitbook" as NSString, whole[whole.count / 2], first, last))
}
