import Platform

/// All connections of a server, served by one thread.
struct ConnectionLoop {
    private struct Connection {
        /// Tells it from others that had the same number before.
        let serial: Int
        var input: [UInt8] = []
        var output: [UInt8] = []
        var sent = 0
        var isWaiting = false
        var isStream = false
        var closesWhenSent = false
    }

    private static let maxConnections = 512
    /// Silent streams get a comment this often, by which it shows which of them are gone.
    private static let heartbeat: Int32 = 20_000

    private let listener: Listener
    private let wake: WakeUp
    private let take: (HTTPRequest, Int32, Int) -> Void
    private var connections: [Int32: Connection] = [:]
    private var lastSerial = 0

    init(listener: Listener, wake: WakeUp, take: @escaping (HTTPRequest, Int32, Int) -> Void) {
        self.listener = listener
        self.wake = wake
        self.take = take
    }

    mutating func closeAll() {
        for file in connections.keys { close(file) }
        close(listener.socket)
    }

    /// Takes over what other threads have made.
    mutating func deliver(_ inbox: HTTPServer.Inbox) {
        for answer in inbox.answers {
            guard var connection = connections[answer.connection], connection.serial == answer.serial else { continue }
            connection.output += answer.bytes
            connection.isWaiting = false
            connection.isStream = answer.isStream
            connection.closesWhenSent = !answer.keepsOpen
            connections[answer.connection] = connection
            send(answer.connection)
        }
        for bytes in inbox.broadcasts { broadcast(bytes) }
    }

    private mutating func broadcast(_ bytes: [UInt8]) {
        for (file, connection) in connections where connection.isStream {
            connections[file]?.output += bytes
            send(file)
        }
    }

    /// Waits until something can be read, written or accepted, and does it.
    mutating func waitAndServe() {
        var polled = [pollfd(fd: wake.reader, events: Int16(POLLIN), revents: 0)]
        if connections.count < Self.maxConnections { polled.append(pollfd(fd: listener.socket, events: Int16(POLLIN), revents: 0)) }
        for (file, connection) in connections {
            let wanted = POLLIN | (connection.sent < connection.output.count ? POLLOUT : 0)
            polled.append(pollfd(fd: file, events: Int16(wanted), revents: 0))
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
        // Who sends on and on while an answer is made is no browser.
        if let waiting = connections[file]?.input.count, waiting > 4 * HTTPRequest.maxBytes { return drop(file) }
        next(file)
    }

    /// Takes the next request of a connection, if none is being answered.
    private mutating func next(_ file: Int32) {
        guard var connection = connections[file], !connection.isWaiting, !connection.isStream, !connection.closesWhenSent,
            !connection.input.isEmpty
        else { return }
        switch HTTPRequest.read(connection.input) {
        case .unfinished: return
        case .refused(let status):
            connection.output += HTTPResponse.text(status, "this is no request that is answered here").bytes(to: nil, keepsAlive: false)
            connection.closesWhenSent = true
            connections[file] = connection
            send(file)
        case .request(let request, let length):
            connection.input.removeFirst(length)
            connection.isWaiting = true
            connections[file] = connection
            take(request, file, connection.serial)
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
        next(file)
    }
}
