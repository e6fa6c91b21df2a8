import Files
import Platform
import Testing

@testable import DevServer

/// A folder that exists as long as the value.
private final class Folder: Sendable {
    let path = FileSystem.temporaryFolder

    init() throws { try FileSystem.makeFolder(path + "/below") }

    deinit { try? FileSystem.remove(path) }

    func write(_ text: String, to name: String) throws { try FileSystem.write(Array(text.utf8), to: path + "/" + name) }
}

/// Whether the system reports changes in temporary folders.
private var canWatch: Bool {
    guard let folder = try? Folder() else { return false }
    return FolderWatcher({ [WatchedFolder(folder.path)] }, isIgnored: { _, _ in false }) != nil
}

@Suite(.timeLimit(.minutes(1)), .enabled(if: canWatch)) struct FolderWatcherTests {
    private func watcher(_ folder: Folder, names: Set<String>? = nil) throws -> FolderWatcher {
        let path = folder.path
        let watcher = FolderWatcher({ [WatchedFolder(path, names: names)] }, isIgnored: { name, _ in name == "ignored" })
        return try #require(watcher)
    }

    /// The next change that is reported.
    private func change(_ watcher: FolderWatcher) async -> FolderWatcher.Change {
        for await _ in watcher.signals {
            let change = watcher.takeChanges()
            if change != .nothing { return change }
        }
        return .nothing
    }

    @Test func reportsASavedFile() async throws {
        let folder = try Folder()
        let watcher = try watcher(folder)
        #expect(watcher.takeChanges() == .nothing)
        try folder.write("1", to: "a.md")
        #expect(await change(watcher) == .files([folder.path + "/a.md"]))
    }

    @Test func reportsAFileInAFolderBelow() async throws {
        let folder = try Folder()
        let watcher = try watcher(folder)
        try folder.write("1", to: "below/a.md")
        #expect(await change(watcher) == .files([folder.path + "/below/a.md"]))
    }

    @Test func reportsARemovedFile() async throws {
        let folder = try Folder()
        try folder.write("1", to: "a.md")
        let watcher = try watcher(folder)
        try FileSystem.remove(folder.path + "/a.md")
        #expect(await change(watcher) == .files([folder.path + "/a.md"]))
    }

    @Test func reportsAnythingAfterAFolderWasAddedAndWatchesIt() async throws {
        let folder = try Folder()
        let watcher = try watcher(folder)
        try FileSystem.makeFolder(folder.path + "/new")
        #expect(await change(watcher) == .anything)
        try folder.write("1", to: "new/a.md")
        #expect(await change(watcher) == .files([folder.path + "/new/a.md"]))
    }

    @Test func reportsOnlyTheNamesThatAreWatched() async throws {
        let folder = try Folder()
        let watcher = try watcher(folder, names: ["kbgen.yml"])
        try folder.write("1", to: "other")
        try folder.write("1", to: "kbgen.yml")
        #expect(await change(watcher) == .files([folder.path + "/kbgen.yml"]))
    }

    @Test func doesNotWatchIgnoredFolders() async throws {
        let folder = try Folder()
        try FileSystem.makeFolder(folder.path + "/ignored")
        let watcher = try watcher(folder)
        try folder.write("1", to: "ignored/a.md")
        try folder.write("1", to: "b.md")
        #expect(await change(watcher) == .files([folder.path + "/b.md"]))
    }

    @Test func aLinkToAParentFolderIsNotFollowed() async throws {
        let folder = try Folder()
        symlink("..", folder.path + "/below/up")
        symlink("/", folder.path + "/below/root")
        let watcher = try watcher(folder)
        try folder.write("1", to: "a.md")
        #expect(await change(watcher) == .files([folder.path + "/a.md"]))
    }
}
