import Platform
import Synchronization

/// What a watcher looks at.
package struct WatchedFolder: Sendable {
    package let path: String
    /// The entries that matter; nil for all, and for all in the folders below.
    package let names: Set<String>?

    package init(_ path: String, names: Set<String>? = nil) {
        self.path = path
        self.names = names
    }
}

/// Tells when files below some folders may have changed.
package final class FolderWatcher: Sendable {
    private struct Pending: Sendable {
        var touched: Set<String> = []
        /// More may have changed than is known.
        var isIncomplete = false
        var isEmpty: Bool { touched.isEmpty && !isIncomplete }
    }

    /// Yields whenever there is something to `take`.
    package let signals: AsyncStream<Void>
    private let continuation: AsyncStream<Void>.Continuation
    private let pending = Mutex(Pending())

    /// Begins to watch. Nil where the system cannot tell of changes: it is none that kbgen knows a way for, the files are on another machine, or there
    /// are more folders than it watches.
    /// - Parameters:
    ///   - folders: asked for again whenever a folder comes or goes.
    ///   - isIgnored: names of folders, and paths, in which nothing matters.
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
            while let change = inotify.wait() { self?.add(change.touched, isIncomplete: change.isIncomplete) }
        }
        guard isStarted else { return nil }
        #else
        return nil
        #endif
    }

    private func add(_ touched: Set<String>, isIncomplete: Bool) {
        pending.withLock {
            $0.touched.formUnion(touched)
            $0.isIncomplete = $0.isIncomplete || isIncomplete
        }
        continuation.yield()
    }

    /// What may have changed since the last call.
    package enum Change: Sendable, Equatable {
        case nothing
        /// These files, by paths that begin as the folders' do.
        case files(Set<String>)
        case anything
    }

    package func take() -> Change {
        let taken = pending.withLock { pending in
            defer { pending = Pending() }
            return pending
        }
        return taken.isEmpty ? .nothing : taken.isIncomplete ? .anything : .files(taken.touched)
    }
}
