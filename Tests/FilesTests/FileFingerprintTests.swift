import Bytes
import Files
import Platform
import Testing

@Suite struct FileFingerprintTests {
    private func fingerprint(_ path: String) throws -> FileFingerprint { try #require(FileFingerprint(of: path)) }

    private func bytes(_ fingerprint: FileFingerprint) -> [UInt8] {
        var encoder = BinaryEncoder()
        encoder.write(fingerprint)
        return encoder.bytes
    }

    /// The same size, times and inode, with the given hash of the content.
    private func copy(_ fingerprint: FileFingerprint, contentHash: String?) throws -> FileFingerprint {
        var decoder = BinaryDecoder(bytes(fingerprint))
        var encoder = BinaryEncoder()
        for _ in 0..<4 { encoder.write(try decoder.readNumber()) }
        encoder.write(contentHash)
        decoder = BinaryDecoder(encoder.bytes)
        return try decoder.read()
    }

    @Test func matchesAnUnchangedFile() throws {
        let folder = try TemporaryFolder(["a": "1"])
        let old = try fingerprint(folder("a"))
        let new = try fingerprint(folder("a"))
        #expect(old.matches(folder("a"), now: new))
    }

    @Test func differsIfSizeOrFileChanged() throws {
        let folder = try TemporaryFolder(["a": "1", "b": "1"])
        let old = try fingerprint(folder("a"))
        #expect(!old.matches(folder("b"), now: try fingerprint(folder("b"))), "another inode")
        try folder.write("12", to: "a")
        #expect(!old.matches(folder("a"), now: try fingerprint(folder("a"))))
    }

    @Test func aRecentFileIsComparedByItsContent() throws {
        let folder = try TemporaryFolder(["a": "1"])
        let current = try fingerprint(folder("a"))
        // A second write of the same length within a tick of the clock changes only the content.
        #expect(try copy(current, contentHash: "1".utf8.contentHash).matches(folder("a"), now: current))
        #expect(try !copy(current, contentHash: "2".utf8.contentHash).matches(folder("a"), now: current))
    }

    @Test func theContentIsReadIfTheCurrentFingerprintHasNoHash() throws {
        let folder = try TemporaryFolder(["a": "1"])
        let current = try copy(fingerprint(folder("a")), contentHash: nil)
        #expect(try copy(current, contentHash: "1".utf8.contentHash).matches(folder("a"), now: current))
        #expect(try !copy(current, contentHash: "2".utf8.contentHash).matches(folder("a"), now: current))
    }

    @Test func anOldFileIsNotRead() throws {
        let old = try fingerprint(#filePath)
        #expect(old == (try copy(old, contentHash: nil)), "the fingerprint has no hash")
        #expect(old.matches("/missing", now: old))
    }

    @Test func followsSymbolicLinks() throws {
        let folder = try TemporaryFolder(["a": "1"])
        symlink("a", folder("link"))
        #expect(try fingerprint(folder("link")) == fingerprint(folder("a")))
    }

    @Test func isNilIfThereIsNoRegularFile() throws {
        let folder = try TemporaryFolder()
        #expect(FileFingerprint(of: folder.path) == nil)
        #expect(FileFingerprint(of: folder("missing")) == nil)
    }

    @Test func isRestoredFromItsEncoding() throws {
        let folder = try TemporaryFolder(["a": "1"])
        let original = try fingerprint(folder("a"))
        var decoder = BinaryDecoder(bytes(original))
        #expect(try decoder.read() as FileFingerprint == original)
        var truncated = BinaryDecoder(Array(bytes(original).dropLast()))
        #expect(throws: BinaryDecodingError.self) { try FileFingerprint(from: &truncated) }
    }
}
