import Platform

/// Serves all connections of a server on one thread.
struct ConnectionLoop {
    private static let maxConnections = 512
    /// After this many nanoseconds, every stream gets a comment. Sending it reveals which clients are gone.
    private static let heartbeat: UInt64 = 20_000_000_000
    /// How long to wait for events, in milliseconds, before clients are looked at that do nothing.
    private static let pause: Int32 = 1000

    private let listener: Listener
    private let wake: WakeUp
    /// Called with a request, and the file descriptor and serial number of its connection.
    private let onRequest: (HTTPRequest, Int32, Int) -> Void
    private var connections: [Int32: Connection] = [:]
    private var lastSerial = 0
    private var lastHeartbeat = MonotonicClock.now
    /// Until when no connection is accepted, because the system has no descriptors left and would report the same one again and again.
    private var refusesUntil: UInt64 = 0

    init(listener: Listener, wake: WakeUp, onRequest: @escaping (HTTPRequest, Int32, Int) -> Void) {
        self.listener = listener
        self.wake = wake
        self.onRequest = onRequest
    }

    mutating func closeAll() {
        for file in connections.keys { close(file) }
        close(listener.socket)
    }

    /// Sends the responses and broadcasts that other threads have queued.
    mutating func deliver(_ inbox: HTTPServer.Inbox) {
        for response in inbox.responses {
            guard var connection = connections[response.connection], connection.serial == response.serial else { continue }
            _ = connection.append(response.bytes, response.file)
            connection.isWaiting = false
            connection.isStream = response.isStream
            connection.closesWhenSent = !response.keepsOpen
            connections[response.connection] = connection
            send(response.connection)
        }
        for bytes in inbox.broadcasts { broadcast(bytes) }
    }

    private mutating func broadcast(_ bytes: [UInt8]) {
        for (file, connection) in connections where connection.isStream {
            if connections[file]?.append(bytes) == true { send(file) } else { drop(file) }
        }
    }

    /// Waits for events, then reads, writes and accepts without blocking.
    mutating func waitAndServe() {
        var polled = [pollfd(fd: wake.reader, events: Int16(POLLIN), revents: 0)]
        if MonotonicClock.now >= refusesUntil { polled.append(pollfd(fd: listener.socket, events: Int16(POLLIN), revents: 0)) }
        for (file, connection) in connections {
            let events = POLLIN | (connection.hasOutput ? POLLOUT : 0)
            polled.append(pollfd(fd: file, events: Int16(events), revents: 0))
        }
        let count = poll(&polled, nfds_t(polled.count), connections.isEmpty && refusesUntil == 0 ? -1 : Self.pause)
        dropIdle()
        guard count > 0 else { return }
        for entry in polled where entry.revents != 0 {
            switch entry.fd {
            case wake.reader: wake.clear()
            case listener.socket: accept()
            default:
                if entry.revents & Int16(POLLOUT) != 0 { send(entry.fd) }
                if entry.revents & ~Int16(POLLOUT) != 0 { receive(entry.fd) }
            }
        }
    }

    // MARK: Bounds

    private mutating func accept() {
        let before = MonotonicClock.now
        while true {
            // Whoever does nothing makes room for who comes, but not one who has only just come.
            if connections.count >= Self.maxConnections, !dropOldest(activeBefore: before) { return refuse() }
            guard let file = listener.accept() else {
                let isShort = errno == EMFILE || errno == ENFILE || errno == ENOBUFS || errno == ENOMEM
                if isShort, !dropOldest(activeBefore: before) { refuse() }
                return
            }
            refusesUntil = 0
            lastSerial += 1
            connections[file] = Connection(serial: lastSerial)
        }
    }

    private mutating func refuse() { refusesUntil = MonotonicClock.now + UInt64(Self.pause) * 1_000_000 }

    /// How long a client may take to read an answer while others wait for a place, in nanoseconds.
    private static let longAnswer: UInt64 = 10_000_000_000

    /// Drops the connection that has done nothing for longest, of those that are not being answered; if there is none, the one that takes
    /// longest to read its answer, and at last a stream.
    private mutating func dropOldest(activeBefore time: UInt64) -> Bool {
        let idle = connections.filter { $0.value.isIdle && $0.value.lastActive < time }
        if let oldest = idle.min(by: { $0.value.lastActive < $1.value.lastActive }) {
            drop(oldest.key)
            return true
        }
        let slow = connections.filter { time > ($0.value.answeredSince ?? time) + Self.longAnswer }
        let candidates = slow.isEmpty ? connections.filter { $0.value.isStream } : slow
        guard let oldest = candidates.min(by: { ($0.value.answeredSince ?? 0) < ($1.value.answeredSince ?? 0) }) else { return false }
        drop(oldest.key)
        return true
    }

    /// Drops clients that have kept a place for too long without doing anything.
    private mutating func dropIdle() {
        let now = MonotonicClock.now
        for (file, connection) in connections where now > connection.lastActive && now - connection.lastActive > connection.patience {
            drop(file)
        }
        guard now - lastHeartbeat > Self.heartbeat else { return }
        lastHeartbeat = now
        broadcast(Array(":\n\n".utf8))
    }

    private mutating func drop(_ file: Int32) {
        if connections.removeValue(forKey: file) != nil { close(file) }
    }

    private mutating func receive(_ file: Int32) {
        guard connections[file] != nil else { return }
        var chunk = [UInt8](repeating: 0, count: 16 << 10)
        let count = read(file, &chunk, chunk.count)
        if count < 0, errno == EAGAIN || errno == EINTR { return }
        guard count > 0 else { return drop(file) }
        connections[file]?.received(chunk[..<count])
        // A client that sends this much before it has its response is not a browser.
        if let inputCount = connections[file]?.input.count, inputCount > 4 * HTTPRequest.maxBytes { return drop(file) }
        startNextRequest(file)
    }

    /// Starts to answer the next request of a connection, unless one is being answered.
    private mutating func startNextRequest(_ file: Int32) {
        guard var connection = connections[file], !connection.isWaiting, !connection.isStream, !connection.closesWhenSent,
            !connection.input.isEmpty
        else { return }
        switch HTTPRequest.parse(connection.input) {
        case .incomplete: return
        case .invalid(let status):
            _ = connection.append(HTTPResponse.text(status, "this is no request that is answered here").head(to: nil, keepsAlive: false))
            connection.closesWhenSent = true
            connections[file] = connection
            send(file)
        case .request(let request, let length):
            connection.input.removeFirst(length)
            connection.isWaiting = true
            connections[file] = connection
            onRequest(request, file, connection.serial)
        }
    }

    private mutating func send(_ file: Int32) {
        guard var connection = connections[file] else { return }
        guard connection.send(to: file) else { return drop(file) }
        connections[file] = connection
        if connection.hasOutput { return }
        if connection.closesWhenSent { return drop(file) }
        startNextRequest(file)
    }
}
