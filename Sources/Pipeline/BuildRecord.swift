import Bytes
import Diagnostics
import Files
import Publish
import Search
import Site

/// What a build was made of and what it made, kept beside the output so that the next one can tell whether there is anything to do. It may be deleted at any
/// time, and is not believed unless it is whole.
struct BuildRecord: BinaryCodable {
    /// A name for what makes sites of two builds the same, besides what is in the files: the settings of the command line, the names of all files.
    let frame: String
    /// All files in the order of `Pipeline.files`, as they were just before they were read; nil for one that would matter if it were there.
    let files: [FileState?]
    /// A name for everything that is in the output.
    let output: String
    let report: Report
    /// The hash of what is written of the pages, in a file of its own.
    let pages: String

    init(frame: String, files: [FileState?], output: String, report: Report, pages: String) {
        self.frame = frame
        self.files = files
        self.output = output
        self.report = report
        self.pages = pages
    }

    func encode(to encoder: inout BinaryEncoder) {
        encoder.write(frame)
        encoder.write(files)
        encoder.write(output)
        for count in [report.pages, report.assets, report.guides] { encoder.write(count) }
        encoder.write(report.diagnostics)
        encoder.write(pages)
    }

    init(from decoder: inout BinaryDecoder) throws(DamagedRecord) {
        frame = try decoder.read()
        files = try decoder.read()
        output = try decoder.read()
        let (pages, assets, guides): (Int, Int, Int) = (try decoder.read(), try decoder.read(), try decoder.read())
        report = Report(diagnostics: try decoder.read(), pages: pages, assets: assets, guides: guides)
        self.pages = try decoder.read()
    }

    /// The bytes of its file: the hash of all others stands first.
    var bytes: [UInt8] {
        var encoder = BinaryEncoder()
        encoder.write(self)
        return Array(encoder.bytes.contentHash.utf8) + encoder.bytes
    }

    /// Nil for what `bytes` did not write.
    init?(_ bytes: [UInt8]) {
        let length = [UInt8]().contentHash.utf8.count
        guard bytes.count > length, bytes[length...].contentHash.utf8.elementsEqual(bytes[..<length]) else { return nil }
        var decoder = BinaryDecoder(Array(bytes[length...]))
        guard let record = try? BuildRecord(from: &decoder) else { return nil }
        self = record
    }
}

/// What a build knows besides its `Reading`, and the next one needs that makes some pages anew.
struct BuildRemainder: BinaryCodable {
    /// The pages with a decision tree.
    var trees: Set<Int>
    /// What was found in the guides of pages, and what in settings and templates.
    var guideFindings: [Int: [Diagnostic]]
    let elsewhere: [Diagnostic]
    /// Of `FullText`.
    var lengths: [Int]
    var index: SearchIndex.Remainder
    var twin: Twin?

    init(trees: Set<Int>, guideFindings: [Int: [Diagnostic]], elsewhere: [Diagnostic], lengths: [Int], index: SearchIndex.Remainder) {
        self.trees = trees
        self.guideFindings = guideFindings
        self.elsewhere = elsewhere
        self.lengths = lengths
        self.index = index
    }

    func encode(to encoder: inout BinaryEncoder) {
        encoder.write(trees.sorted())
        let pages = guideFindings.keys.sorted()
        encoder.write(pages)
        for page in pages { encoder.write(guideFindings[page] ?? []) }
        encoder.write(elsewhere)
        encoder.write(lengths)
        encoder.write(index)
        encoder.write(twin)
    }

    init(from decoder: inout BinaryDecoder) throws(DamagedRecord) {
        let trees: [Int] = try decoder.read()
        self.trees = Set(trees)
        let pages: [Int] = try decoder.read()
        guideFindings = [:]
        for page in pages { guideFindings[page] = try [Diagnostic](from: &decoder) }
        elsewhere = try decoder.read()
        lengths = try decoder.read()
        index = try decoder.read()
        twin = try decoder.read()
    }
}
