import Files
import Paths

/// The folders that belong to one output: the output itself, and beside it the one in which the next site is written and the cache.
package struct OutputFolder: Sendable {
    /// The location as it was given, for messages.
    package let given: String
    /// The location with symbolic links resolved.
    package let location: String

    package init(_ location: String) {
        given = location
        self.location = FileSystem.canonicalPath(location) ?? location
    }

    private var name: String { location.split(separator: "/").last.map(String.init) ?? "Output" }

    /// Where the next site is written until it is complete.
    var staging: String { "\(location.locationFolder)/.\(name).kbgen" }

    /// Where the old site is moved on file systems that cannot exchange two folders.
    var aside: String { staging + ".old" }

    /// The folder for what helps the next command. Several outputs may share it.
    package var cache: String { "\(location.locationFolder)/.kbgen" }

    /// Makes sure that nothing is written or removed through a symbolic link in the place of the cache.
    /// - Throws: `PublishError.linkedCache`.
    package func checkCache() throws(PublishError) {
        let kind = FileSystem.kind(of: cache, followingSymlinks: false)
        if let kind, kind != .folder { throw .linkedCache(cache) }
    }

    /// A file or folder in the cache that is for this output alone.
    package func cached(_ kind: String) -> String { "\(cache)/\(name).\(kind)" }

    /// The site before the last one, kept as the start of the next; see `BackBuffer`. Its name on disk is older than that of the type.
    var backBuffer: String { cached("twin") }

    /// The location of a file of the output.
    package func location(_ path: OutputPath) -> String { location + "/" + path.string }

    /// The location of a file of the next site.
    func staged(_ path: OutputPath) -> String { staging + "/" + path.string }

    /// Whether kbgen made what is there. A repository that happens to hold a built site is not touched.
    var isOwn: Bool {
        FileSystem.kind(of: location(OutputLayout.marker)) != nil && FileSystem.kind(of: location + "/.git") == nil
    }

    /// Whether there is nothing, or nothing but what keeps an empty folder in a repository.
    var isFree: Bool {
        guard let kind = FileSystem.kind(of: location) else { return true }
        guard kind == .folder, let entries = try? FileSystem.entries(of: location) else { return false }
        return entries.allSatisfy { Self.keptNames.contains($0.name) && $0.kind == .file }
    }

    /// Files that stay in the output folder whatever is published.
    static let keptNames: Set<String> = [".gitkeep", ".gitignore"]

    /// Removes the staging folder of a build that was killed.
    /// - Returns: false if another process is at work there.
    func clearStaging() throws(FileError) -> Bool {
        guard FileSystem.kind(of: staging) != nil else { return true }
        guard try FileSystem.lock(staging) != nil else { return false }
        try FileSystem.remove(staging)
        return true
    }

    /// Removes what an old site has left at some locations. The new one is published already, so a failure is none of the build: what belongs
    /// to somebody else and cannot be removed is moved out of the way of the next build.
    /// - Returns: where something is left; nil if nothing is.
    func removeOld(_ locations: [String]) -> String? {
        var leftover: String?
        for location in locations {
            do throws(FileError) {
                try FileSystem.remove(location)
            } catch {
                let name = "\(aside)-\(UInt32.random(in: 0...UInt32.max))"
                leftover = (try? FileSystem.move(location, to: name)) == nil ? location : name
            }
        }
        return leftover
    }

    /// Removes what a build that was killed has left, unless another is at work.
    package func removeLeftovers() { _ = try? clearStaging() }
}
