import Platform

/// A socket that accepts TCP connections.
struct Listener: Sendable {
    let socket: Int32
    let port: Int
    /// Whether it can be reached from this machine only.
    let isLoopback: Bool

    /// - Parameters:
    ///   - host: a numeric address, or `localhost`. Other names are not looked up.
    ///   - port: 0 for any free port.
    init(host: String, port: Int) throws(ListenError) {
        let name = host == "localhost" ? "127.0.0.1" : host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host
        var v4 = in_addr()
        var v6 = in6_addr()
        if inet_pton(AF_INET, name, &v4) == 1 {
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_port = in_port_t(port).bigEndian
            address.sin_addr = v4
            isLoopback = UInt32(bigEndian: v4.s_addr) >> 24 == 127
            socket = try Self.bind(AF_INET, &address, host, port)
        } else if inet_pton(AF_INET6, name, &v6) == 1 {
            var address = sockaddr_in6()
            address.sin6_family = sa_family_t(AF_INET6)
            address.sin6_port = in_port_t(port).bigEndian
            address.sin6_addr = v6
            isLoopback = name == "::1"
            socket = try Self.bind(AF_INET6, &address, host, port)
        } else {
            throw .invalidAddress(host)
        }
        self.port = port == 0 ? Self.port(of: socket) : port
    }

    private static func bind<Address>(_ family: Int32, _ address: inout Address, _ host: String, _ port: Int) throws(ListenError) -> Int32 {
        func refused(_ code: Int32) -> ListenError { .refused(host: host, port: port, reason: String(cString: strerror(code))) }
        let file = System.streamSocket(family)
        guard file >= 0 else { throw refused(errno) }
        var yes: Int32 = 1
        setsockopt(file, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
        let bound = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { System.bind(file, $0, socklen_t(MemoryLayout<Address>.size)) }
        }
        guard bound == 0, listen(file, 128) == 0 else {
            let code = errno
            close(file)
            throw code == EADDRINUSE ? .portInUse(host: host, port: port) : refused(code)
        }
        file.makeNonBlocking()
        return file
    }

    private static func port(of socket: Int32) -> Int {
        var storage = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        return withUnsafeMutablePointer(to: &storage) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { _ = getsockname(socket, $0, &length) }
            // The port is at the same offset in the addresses of both families.
            return pointer.withMemoryRebound(to: sockaddr_in.self, capacity: 1) { Int(in_port_t(bigEndian: $0.pointee.sin_port)) }
        }
    }

    /// Accepts the next connection; nil if there is none.
    func accept() -> Int32? {
        let file = System.accept(socket)
        guard file >= 0 else { return nil }
        file.makeNonBlocking()
        var yes: Int32 = 1
        setsockopt(file, Int32(IPPROTO_TCP), TCP_NODELAY, &yes, socklen_t(MemoryLayout<Int32>.size))
        return file
    }
}
