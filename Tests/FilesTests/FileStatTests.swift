import Files
import Platform
import Testing

@Suite struct FileStatTests {
    private func stat(_ path: String) throws -> FileStat { try #require(FileStat(of: path)) }

    @Test func isEqualAsLongAsNothingChanges() throws {
        let folder = try TemporaryFolder(["a": "1"])
        #expect(try stat(folder("a")) == stat(folder("a")))
        #expect(try stat(folder("a")) != stat(folder.path))
    }

    @Test func knowsTheSizeOfFilesButNotOfFolders() throws {
        let folder = try TemporaryFolder(["a": "123"])
        #expect(try stat(folder("a")).identity.isFile(of: 3))
        #expect(try !stat(folder("a")).identity.isFile(of: 2))
        #expect(try !stat(folder.path).identity.isFile(of: 0))
    }

    @Test func theIdentityStaysTheSameIfAHardLinkIsAdded() throws {
        let folder = try TemporaryFolder(["a": "1"])
        let old = try stat(folder("a"))
        // Longer than a tick of the file system's clock.
        usleep(30_000)
        #expect(FileSystem.link(folder("a"), as: folder("b")))
        #expect(try stat(folder("a")).identity == old.identity)
        #expect(try stat(folder("a")) != old)
    }

    @Test func theIdentityOfAFolderStaysTheSameIfItIsMoved() throws {
        let folder = try TemporaryFolder(["a/file": "1"])
        let old = try stat(folder("a"))
        try FileSystem.move(folder("a"), to: folder("b"))
        #expect(try stat(folder("b")).identity == old.identity)
    }

    @Test func doesNotFollowSymbolicLinks() throws {
        let folder = try TemporaryFolder(["a": "1"])
        symlink("missing", folder("link"))
        #expect(try stat(folder("link")) != stat(folder("a")))
        #expect(FileStat(of: folder("missing")) == nil)
    }

    @Test func writesAFixedNumberOfBytes() throws {
        let folder = try TemporaryFolder(["a": "1"])
        for path in [folder("a"), folder.path] {
            var (all, content): ([UInt8], [UInt8]) = ([], [])
            try stat(path).write(to: &all)
            try stat(path).identity.write(to: &content)
            #expect(all.count == 33)
            #expect(content.count == 25)
        }
    }
}
