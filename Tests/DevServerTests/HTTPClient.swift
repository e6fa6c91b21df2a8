import Platform

/// A connection to a server on the loopback address. It blocks in threads of its own, because the server needs the threads of Swift's tasks.
final class HTTPClient: Sendable {
    private let file: Int32

    init?(port: Int) {
        file = System.streamSocket(AF_INET)
        guard file >= 0 else { return nil }
        // A test fails instead of waiting forever.
        var timeout = timeval(tv_sec: 10, tv_usec: 0)
        setsockopt(file, SOL_SOCKET, SO_RCVTIMEO, &timeout, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr = in_addr(s_addr: UInt32(0x7F00_0001).bigEndian)
        let status = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(file, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) }
        }
        if status != 0 { return nil }
    }

    deinit { close(file) }

    func send(_ text: String) {
        let bytes = Array(text.utf8)
        _ = System.write(file, bytes, bytes.count)
    }

    /// Receives text until it ends with `suffix` or the server closes the connection.
    func receive(until suffix: String?) async -> String {
        await withCheckedContinuation { continuation in
            NativeThread.start { [self] in
                var received: [UInt8] = []
                var byte: UInt8 = 0
                while System.read(file, &byte, 1) == 1 {
                    received.append(byte)
                    if let suffix, received.suffix(suffix.utf8.count).elementsEqual(suffix.utf8) { break }
                }
                continuation.resume(returning: String(decoding: received, as: UTF8.self))
            }
        }
    }

    /// Sends a request and receives everything until the server closes the connection.
    static func response(port: Int, to request: String) async -> String? {
        guard let client = HTTPClient(port: port) else { return nil }
        client.send(request)
        return await client.receive(until: nil)
    }
}
