/// The reason why the server cannot listen.
package enum ListenError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The host is neither an IPv4 or IPv6 address nor `localhost`.
    case invalidAddress(String)
    case portInUse(host: String, port: Int)
    case refused(host: String, port: Int, reason: String)

    package var description: String {
        switch self {
        case .invalidAddress(let host): "“\(host)” is no address; give one such as 127.0.0.1, 0.0.0.0 or ::1"
        case .portInUse(let host, let port): "port \(port) of \(host) is in use by another program; name another with --port"
        case .refused(let host, let port, let reason): "port \(port) of \(host) cannot be listened on: \(reason)"
        }
    }
}
