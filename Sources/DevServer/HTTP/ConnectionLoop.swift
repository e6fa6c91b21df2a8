import Platform

/// Serves all connections of a server on one thread.
struct ConnectionLoop {
    private struct Connection {
        /// Distinguishes the connection from earlier ones with the same file descriptor.
        let serial: Int
        var input: [UInt8] = []
        var output: [UInt8] = []
        /// The number of bytes of `output` that have been sent.
        var sent = 0
        /// A request is being answered.
        var isWaiting = false
        var isStream = false
        var closesWhenSent = false
    }

    private static let maxConnections = 512
    /// After this many idle milliseconds, every stream gets a comment. Sending it reveals which clients are gone.
    private static let heartbeat: Int32 = 20_000

    private let listener: Listener
    private let wake: WakeUp
    /// Called with a request, and the file descriptor and serial number of its connection.
    private let onRequest: (HTTPRequest, Int32, Int) -> Void
    private var connections: [Int32: Connection] = [:]
    private var lastSerial = 0

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
            connection.output += response.bytes
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
            connections[file]?.output += bytes
            send(file)
        }
    }

    /// Waits for events, then reads, writes and accepts without blocking.
    mutating func waitAndServe() {
        var polled = [pollfd(fd: wake.reader, events: Int16(POLLIN), revents: 0)]
        if connections.count < Self.maxConnections { polled.append(pollfd(fd: listener.socket, events: Int16(POLLIN), revents: 0)) }
        for (file, connection) in connections {
            let events = POLLIN | (connection.sent < connection.output.count ? POLLOUT : 0)
            polled.append(pollfd(fd: file, events: Int16(events), revents: 0))
        }
        let count = poll(&polled, nfds_t(polled.count), Self.heartbeat)
        if count == 0 { broadcast(Array(":\n\n".utf8)) }
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

    private mutating func accept() {
        while let file = listener.accept() {
            lastSerial += 1
            connections[file] = Connection(serial: lastSerial)
        }
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
        connections[file]?.input += chunk[..<count]
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
            connection.output += HTTPResponse.text(status, "this is no request that is answered here").bytes(to: nil, keepsAlive: false)
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
        while connection.sent < connection.output.count {
            let count = connection.output.withUnsafeBytes { bytes in
                write(file, bytes.baseAddress.map { $0 + connection.sent }, bytes.count - connection.sent)
            }
            if count < 0 {
                if errno == EINTR { continue }
                if errno != EAGAIN { return drop(file) }
                connections[file] = connection
                return
            }
            connection.sent += count
        }
        connection.output = []
        connection.sent = 0
        connections[file] = connection
        if connection.closesWhenSent { return drop(file) }
        startNextRequest(file)
    }
}
