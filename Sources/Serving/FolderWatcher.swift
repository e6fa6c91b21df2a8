import Synchronization

/// What a watcher looks at.
public struct WatchedFolder: Sendable {
    public let path: String
    /// The entries that matter; nil for all, and for all in the folders below.
    public let names: Set<String>?

    public init(_ path: String, names: Set<String>? = nil) {
        self.path = path
        self.names = names
    }
}

/// Tells when files below some folders may have changed.
public final class FolderWatcher: Sendable {
    private struct Pending: Sendable {
        var touched: Set<String> = []
        /// More may have changed than is known.
        var isIncomplete = false
        var isEmpty: Bool { touched.isEmpty && !isIncomplete }
    }

    /// Yields whenever there is something to `take`.
    public let signals: AsyncStream<Void>
    private let continuation: AsyncStream<Void>.Continuation
    private let pending = Mutex(Pending())

    /// Begins to watch. Nil where the system cannot tell of changes: it is none that kbgen knows a way for, the files are on another machine, or there
    /// are more folders than it watches.
    /// - Parameters:
    ///   - folders: asked for again whenever a folder comes or goes.
    ///   - isIgnored: names of folders, and paths, in which nothing matters.
    public init?(_ folders: @escaping @Sendable () -> [WatchedFolder], isIgnored: @escaping @Sendable (_ name: String, _ path: String) -> Bool) {
        (signals, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
        #if os(Linux)
        guard !folders().contains(where: { Inotify.isRemote($0.path) }), let inotify = Inotify(folders, isIgnored: isIgnored) else { return nil }
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
    public enum Change: Sendable, Equatable {
        case nothing
        /// These files, by paths that begin as the folders' do.
        case files(Set<String>)
        case anything
    }

    public func take() -> Change {
        let taken = pending.withLock { pending in
            defer { pending = Pending() }
            return pending
        }
        return taken.isEmpty ? .nothing : taken.isIncomplete ? .anything : .files(taken.touched)
    }
}
