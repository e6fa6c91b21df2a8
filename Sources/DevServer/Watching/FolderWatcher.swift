import Platform
import Synchronization

/// A folder to watch.
package struct WatchedFolder: Sendable {
    package let path: String
    /// The names of the entries to watch; nil to watch everything in the folder and the folders below.
    package let names: Set<String>?

    package init(_ path: String, names: Set<String>? = nil) {
        self.path = path
        self.names = names
    }
}

/// Reports when files in some folders may have changed.
package final class FolderWatcher: Sendable {
    /// Paths that may have changed.
    struct ChangedPaths: Sendable {
        var paths: Set<String> = []
        /// Other paths may have changed too.
        var isIncomplete = false
        var isEmpty: Bool { paths.isEmpty && !isIncomplete }
    }

    /// Yields whenever `takeChanges` has something to return. Ends if the system can report changes no longer.
    package let signals: AsyncStream<Void>
    private let continuation: AsyncStream<Void>.Continuation
    private let pending = Mutex(ChangedPaths())

    /// Starts to watch. Nil if the system cannot report changes: it is not Linux, the files are on a network file system, or there are more
    /// folders than the system can watch.
    /// - Parameters:
    ///   - folders: returns the folders to watch. It is called again whenever a folder is added or removed.
    ///   - isIgnored: whether a folder, given by its name and its path, is not watched.
    package init?(
        _ folders: @escaping @Sendable () -> [WatchedFolder], isIgnored: @escaping @Sendable (_ name: String, _ path: String) -> Bool
    ) {
        (signals, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
        #if os(Linux)
        guard !folders().contains(where: { Inotify.isRemote($0.path) }), let inotify = Inotify(folders, isIgnored: isIgnored) else {
            return nil
        }
        let isStarted = NativeThread.start { [weak self] in
            var inotify = inotify
            while let changed = inotify.wait() { self?.add(changed) }
            self?.continuation.finish()
        }
        guard isStarted else { return nil }
        #else
        return nil
        #endif
    }

    private func add(_ changed: ChangedPaths) {
        pending.withLock {
            $0.paths.formUnion(changed.paths)
            $0.isIncomplete = $0.isIncomplete || changed.isIncomplete
        }
        continuation.yield()
    }

    /// The possible changes since the last call of `takeChanges`.
    package enum Change: Sendable, Equatable {
        case nothing
        /// The paths of these files, which begin with the path of a watched folder.
        case files(Set<String>)
        /// Any files.
        case anything
    }

    /// Returns the possible changes since the last call.
    package func takeChanges() -> Change {
        let changed = pending.withLock { pending in
            defer { pending = ChangedPaths() }
            return pending
        }
        return changed.isEmpty ? .nothing : changed.isIncomplete ? .anything : .files(changed.paths)
    }
}
