import Bytes
import Diagnostics
import Files
import Publish
import Search
import Site
import Theme

/// What a build leaves beside its output for the next one, in two files: a header that tells whether anything changed, and a payload that is only
/// read if something did. The cache may be deleted at any time, and nothing damaged in it is believed.
struct BuildCache {
    private let output: OutputFolder

    init(_ output: OutputFolder) { self.output = output }

    private var headerFile: String { output.cached("build") }
    private var payloadFile: String { output.cached("pages") }

    /// Nil if there is none, or none that is whole.
    func header() -> Header? {
        guard let bytes = (try? FileSystem.read(headerFile)) ?? nil else { return nil }
        // A hash of everything else comes first.
        let length = [UInt8]().contentHash.utf8.count
        guard bytes.count > length, bytes[length...].contentHash.utf8.elementsEqual(bytes[..<length]) else { return nil }
        var decoder = BinaryDecoder(Array(bytes[length...]))
        return try? Header(from: &decoder)
    }

    /// Nil if the payload is not the one that belongs to the header.
    func payload(of header: Header) -> Payload? {
        guard let bytes = (try? FileSystem.read(payloadFile)) ?? nil, bytes.contentHash == header.payloadHash else { return nil }
        var decoder = BinaryDecoder(bytes)
        return try? Payload(from: &decoder)
    }

    /// Writes both files.
    /// - Parameter header: makes the header, given the hash of the payload.
    func store(_ payload: Payload, _ header: (String) -> Header) throws(FileError) {
        var encoder = BinaryEncoder()
        encoder.write(payload)
        let payload = encoder.bytes
        encoder = BinaryEncoder()
        encoder.write(header(payload.contentHash))
        try FileSystem.makeFolder(output.cache)
        // Keeps the cache out of Git.
        try FileSystem.replace(output.cache + "/.gitignore", with: Array("*\n".utf8))
        try FileSystem.replace(payloadFile, with: payload)
        try FileSystem.replace(headerFile, with: Array(encoder.bytes.contentHash.utf8) + encoder.bytes)
    }

    /// What a build was made of, and what it made.
    struct Header: BinaryCodable {
        let frame: BuildFrame
        /// The fingerprints of `BuildInputs.files`, in the same order.
        let fingerprints: [FileFingerprint?]
        /// The digest of the output's manifest.
        let outputDigest: String
        let report: Report
        let payloadHash: String

        init(frame: BuildFrame, fingerprints: [FileFingerprint?], outputDigest: String, report: Report, payloadHash: String) {
            self.frame = frame
            self.fingerprints = fingerprints
            self.outputDigest = outputDigest
            self.report = report
            self.payloadHash = payloadHash
        }

        func encode(to encoder: inout BinaryEncoder) {
            encoder.write(frame)
            encoder.write(fingerprints)
            encoder.write(outputDigest)
            encoder.write(report)
            encoder.write(payloadHash)
        }

        init(from decoder: inout BinaryDecoder) throws(BinaryDecodingError) {
            frame = try decoder.read()
            fingerprints = try decoder.read()
            outputDigest = try decoder.read()
            report = try decoder.read()
            payloadHash = try decoder.read()
        }
    }

    /// What an incremental build starts from.
    struct Payload: BinaryCodable {
        let snapshot: CachedSnapshot
        let guides: GuideTable.Cached
        /// What was found in the settings and the assets.
        let settingsDiagnostics: [Diagnostic]
        /// How many bytes of `llms-full.txt` each page takes.
        let fullTextLengths: [Int]
        let searchIndex: SearchIndex.UpdateState
        let backBuffer: BackBuffer?

        init(
            snapshot: CachedSnapshot, guides: GuideTable.Cached, settingsDiagnostics: [Diagnostic], fullTextLengths: [Int],
            searchIndex: SearchIndex.UpdateState, backBuffer: BackBuffer?
        ) {
            self.snapshot = snapshot
            self.guides = guides
            self.settingsDiagnostics = settingsDiagnostics
            self.fullTextLengths = fullTextLengths
            self.searchIndex = searchIndex
            self.backBuffer = backBuffer
        }

        func encode(to encoder: inout BinaryEncoder) {
            encoder.write(snapshot)
            encoder.write(guides)
            encoder.write(settingsDiagnostics)
            encoder.write(fullTextLengths)
            encoder.write(searchIndex)
            encoder.write(backBuffer)
        }

        init(from decoder: inout BinaryDecoder) throws(BinaryDecodingError) {
            snapshot = try decoder.read()
            guides = try decoder.read()
            settingsDiagnostics = try decoder.read()
            fullTextLengths = try decoder.read()
            searchIndex = try decoder.read()
            backBuffer = try decoder.read()
        }
    }
}
