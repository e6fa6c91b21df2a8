import Files
import Platform
import Testing

@Suite struct FileSystemTests {
    // MARK: Reading and writing

    @Test func readsWhatWasWritten() throws {
        let folder = try TemporaryFolder(["a": "first and longer"])
        #expect(try folder.read("a") == "first and longer")
        try folder.write("second", to: "a")
        #expect(try folder.read("a") == "second")
        try folder.write("", to: "a")
        #expect(try folder.read("a") == "")
    }

    @Test func doesNotReadFilesThatAreTooLarge() throws {
        let folder = try TemporaryFolder(["a": "12345"])
        #expect(try FileSystem.read(folder("a"), atMost: 4) == nil)
        #expect(try FileSystem.read(folder("a"), atMost: 5)?.count == 5)
    }

    @Test func readsTheFirstBytesOfAFile() throws {
        let folder = try TemporaryFolder(["a": "12345"])
        #expect(try ReadableFile(folder("a")).read(0..<3) == Array("123".utf8))
        #expect(try ReadableFile(folder("a")).read(0..<10) == Array("12345".utf8))
        #expect(try ReadableFile(folder("a")).read(3..<5) == Array("45".utf8))
    }

    @Test func readsNothingThroughALinkThatItMustNotFollow() throws {
        let folder = try TemporaryFolder(["a/file": "inside", "secret": "outside"])
        let root = try #require(FileSystem.canonicalPath(folder.path))
        #expect(try ReadableFile(withoutLinks: root + "/a/file").read() == Array("inside".utf8))
        symlink("../secret", folder("a/link"))
        symlink("a", folder("b"))
        mkfifo(folder("a/pipe"), 0o600)
        for path in ["/a/link", "/b/file", "/b/link"] {
            #expect(throws: FileError.self) { try ReadableFile(withoutLinks: root + path).read() }
        }
        #expect(throws: FileError.self) { try ReadableFile(withoutLinks: root + "/a/pipe").read() }
    }

    @Test func replacesALinkAndNotWhatItLeadsTo() throws {
        let folder = try TemporaryFolder(["secret": "untouched", "old": "old"])
        symlink("secret", folder("link"))
        chmod(folder("old"), 0o640)
        for name in ["link", "old", "new"] { try FileSystem.replace(folder(name), with: Array("new".utf8)) }
        #expect(try folder.read("secret") == "untouched")
        for name in ["link", "old", "new"] {
            #expect(FileSystem.kind(of: folder(name), followingSymlinks: false) == .file)
            #expect(try folder.read(name) == "new")
        }
        var status = stat()
        #expect(stat(folder("old"), &status) == 0 && status.st_mode & 0o777 == 0o640)
        #expect(try FileSystem.entries(of: folder.path).map(\.name) == ["link", "new", "old", "secret"])
        symlink("secret", folder("other"))
        #expect(throws: FileError.self) { try FileSystem.write([], to: folder("other")) }
        #expect(try folder.read("secret") == "untouched")
    }

    @Test func reportsTheFileAndTheReasonOfAFailure() throws {
        let folder = try TemporaryFolder(["file": ""])
        let error = try #require(throws: FileError.self) { try FileSystem.read(folder("missing")) }
        #expect(error.isMissing)
        #expect(error.description == "\(folder("missing")): No such file or directory")
        #expect(try #require(throws: FileError.self) { try FileSystem.read(folder("file/below")) }.isMissing)
        #expect(try !#require(throws: FileError.self) { try FileSystem.write([], to: folder.path) }.isMissing)
    }

    // MARK: Folders

    @Test func listsEntriesSortedWithTheirKind() throws {
        let folder = try TemporaryFolder(["b": "", "B": "", "a/inner": "", ".hidden": ""])
        symlink("nowhere", folder("link"))
        let entries = try FileSystem.entries(of: folder.path)
        #expect(entries.map(\.name) == [".hidden", "B", "a", "b", "link"])
        #expect(entries.map(\.kind) == [.file, .file, .folder, .file, .symlink])
    }

    @Test func marksEntriesWhoseNameIsNotUTF8() throws {
        let folder = try TemporaryFolder()
        let file = open(folder.path.utf8CString.dropLast() + [0x2F, -1, 0x61, 0], O_CREAT | O_WRONLY, 0o600)
        // Some file systems refuse such names.
        guard file >= 0 else { return }
        close(file)
        let entries = try FileSystem.entries(of: folder.path)
        #expect(entries.map(\.name) == ["\u{FFFD}a"])
        #expect(entries.map(\.kind) == [.unnameable])
        unlink(folder.path.utf8CString.dropLast() + [0x2F, -1, 0x61, 0])
    }

    @Test func listsEverythingBelowAFolderWithoutFollowingLinks() throws {
        let folder = try TemporaryFolder(["a/b/c": "", "a/d": "", "e": ""])
        symlink(folder("a"), folder("link"))
        #expect(FileSystem.contents(of: folder.path).map(\.name) == ["a", "a/b", "a/b/c", "a/d", "e", "link"])
        #expect(FileSystem.contents(of: folder("missing")).isEmpty)
    }

    @Test func createsFoldersWithTheirParents() throws {
        let folder = try TemporaryFolder(["file": ""])
        try FileSystem.makeFolder(folder("a/b/c"))
        try FileSystem.makeFolder(folder("a/b/c"))
        #expect(FileSystem.kind(of: folder("a/b/c")) == .folder)
        #expect(throws: FileError.self) { try FileSystem.makeFolder(folder("file")) }
    }

    @Test func removesFoldersWithTheirEntries() throws {
        let folder = try TemporaryFolder(["a/b/c": "", "a/d": ""])
        try FileSystem.remove(folder("a"))
        #expect(FileSystem.kind(of: folder("a")) == nil)
        try FileSystem.remove(folder("a"))
    }

    @Test func removesLinksAndNotTheirTargets() throws {
        let folder = try TemporaryFolder(["target/file": "", "a/file": ""])
        symlink(folder("target"), folder("a/link"))
        try FileSystem.remove(folder("a"))
        #expect(FileSystem.kind(of: folder("target/file")) == .file)
    }

    // MARK: Links and paths

    @Test func followsSymbolicLinksOnlyIfAsked() throws {
        let folder = try TemporaryFolder(["file": "12"])
        symlink("file", folder("link"))
        symlink("circle", folder("circle"))
        #expect(FileSystem.kind(of: folder("link")) == .file)
        #expect(FileSystem.kind(of: folder("link"), followingSymlinks: false) == .symlink)
        #expect(FileSystem.size(of: folder("link")) == 2)
        #expect(FileSystem.kind(of: folder("circle")) == nil)
        #expect(FileSystem.size(of: folder.path) == nil)
    }

    @Test func resolvesSymbolicLinksInPaths() throws {
        let folder = try TemporaryFolder(["a/file": ""])
        symlink("a", folder("link"))
        symlink("circle", folder("circle"))
        let root = try #require(FileSystem.canonicalPath(folder.path))
        #expect(FileSystem.canonicalPath(folder("link/../a/./file")) == root + "/a/file")
        #expect(FileSystem.canonicalPath(folder("link/file")) == root + "/a/file")
        #expect(FileSystem.canonicalPath(folder("circle")) == nil)
        #expect(FileSystem.canonicalPath(folder("missing")) == nil)
    }

    @Test func hardLinksShareTheContent() throws {
        let folder = try TemporaryFolder(["a": "1", "c": ""])
        #expect(FileSystem.link(folder("a"), as: folder("b")))
        try folder.write("2", to: "a")
        #expect(try folder.read("b") == "2")
        #expect(!FileSystem.link(folder("a"), as: folder("c")), "the new name is taken")
    }

    // MARK: Moving

    @Test func movesFilesOverExistingOnes() throws {
        let folder = try TemporaryFolder(["a": "new", "b": "old"])
        try FileSystem.move(folder("a"), to: folder("b"))
        #expect(try folder.read("b") == "new")
        #expect(FileSystem.kind(of: folder("a")) == nil)
        #expect(throws: FileError.self) { try FileSystem.move(folder("a"), to: folder("b")) }
    }

    @Test func replacesAFolderAndKeepsTheOldOneElsewhere() throws {
        let folder = try TemporaryFolder(["old/file": "old", "new/file": "new"])
        try FileSystem.replaceFolder(folder("old"), with: folder("new"), aside: folder("aside"))
        #expect(try folder.read("old/file") == "new")
        // Depends on whether the file system can exchange folders.
        let previous = FileSystem.kind(of: folder("aside")) == nil ? "new" : "aside"
        #expect(try folder.read(previous + "/file") == "old")
        #expect(FileSystem.contents(of: folder.path).count == 4)
    }

    @Test func putsAFolderWhereThereIsNone() throws {
        let folder = try TemporaryFolder(["new/file": "new"])
        try FileSystem.replaceFolder(folder("old"), with: folder("new"), aside: folder("aside"))
        #expect(FileSystem.contents(of: folder.path).map(\.name) == ["old", "old/file"])
    }

    @Test func leavesTheFolderInPlaceIfItCannotBeReplaced() throws {
        let folder = try TemporaryFolder(["old/file": "old"])
        #expect(throws: FileError.self) {
            try FileSystem.replaceFolder(folder("old"), with: folder("missing"), aside: folder("aside"))
        }
        #expect(FileSystem.contents(of: folder.path).map(\.name) == ["old", "old/file"])
    }

    // MARK: Locks

    @Test func aFolderHasOneLockAtATime() throws {
        let folder = try TemporaryFolder()
        var lock = try FileSystem.lock(folder.path)
        #expect(lock != nil)
        #expect(try FileSystem.lock(folder.path) == nil)
        lock = nil
        #expect(try FileSystem.lock(folder.path) != nil)
        #expect(throws: FileError.self) { try FileSystem.lock(folder("missing")) }
    }
}
