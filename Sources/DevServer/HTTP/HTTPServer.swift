import Platform
import Synchronization

/// An HTTP/1.1 server for local preview: `GET`, `HEAD`, and events that are sent to all open pages.
///
/// One thread waits for all connections and does all reading and writing; tasks compute the responses. A library (SwiftNIO, Hummingbird)
/// depends on Foundation and would be larger than the rest of the program.
package final class HTTPServer: Sendable {
    package typealias Handler = @Sendable (HTTPRequest) async -> HTTPResponse

    package let port: Int
    private let listener: Listener
    private let wake: WakeUp
    private let inbox = Mutex(Inbox())

    /// What other threads pass to the serving thread.
    struct Inbox: Sendable {
        var responses: [(connection: Int32, serial: Int, bytes: [UInt8], file: FilePart?, keepsOpen: Bool, isStream: Bool)] = []
        var broadcasts: [[UInt8]] = []
        var isStopped = false
    }

    /// - Parameters:
    ///   - host: a numeric address, or `localhost`.
    ///   - port: 0 for any free port.
    package init(host: String, port: Int) throws(ListenError) {
        listener = try Listener(host: host, port: port)
        guard let wake = WakeUp() else { throw .refused(host: host, port: port, reason: String(cString: strerror(errno))) }
        self.wake = wake
        self.port = listener.port
    }

    /// Starts to serve, on a new thread.
    package func start(_ handler: @escaping Handler) {
        NativeThread.start {
            var loop = ConnectionLoop(listener: self.listener, wake: self.wake) { request, connection, serial in
                self.answer(request, connection, serial, handler)
            }
            while true {
                let inbox = self.inbox.withLock { inbox in
                    let current = inbox
                    inbox = Inbox(isStopped: current.isStopped)
                    return current
                }
                if inbox.isStopped { return loop.closeAll() }
                loop.deliver(inbox)
                loop.waitAndServe()
            }
        }
    }

    /// Sends an event to all clients with an open stream.
    /// - Parameter data: a single line.
    package func broadcast(_ data: String) {
        inbox.withLock { $0.broadcasts.append(Array("data: \(data)\n\n".utf8)) }
        wake.signal()
    }

    /// Closes all connections and ends the thread.
    package func stop() {
        inbox.withLock { $0.isStopped = true }
        wake.signal()
    }

    private func answer(_ request: HTTPRequest, _ connection: Int32, _ serial: Int, _ handler: @escaping Handler) {
        Task {
            var response = self.rejection(of: request)
            if response == nil { response = await handler(request) }
            self.send(response ?? .text(500, ""), to: request, connection, serial)
        }
    }

    private func send(_ response: HTTPResponse, to request: HTTPRequest, _ connection: Int32, _ serial: Int) {
        let isStream = response.isStream && request.method == "GET"
        let bytes = response.head(to: request, keepsAlive: request.keepsAlive)
        let file = request.method == "HEAD" ? nil : response.file
        inbox.withLock {
            $0.responses.append(
                (
                    connection: connection, serial: serial, bytes: bytes, file: file, keepsOpen: request.keepsAlive || isStream,
                    isStream: isStream
                ))
        }
        wake.signal()
    }

    /// The response to a request that is not allowed; nil if it is allowed. On a loopback address only local host names are accepted, so
    /// that a page of another host whose name resolves to this machine cannot read the site (https://en.wikipedia.org/wiki/DNS_rebinding).
    private func rejection(of request: HTTPRequest) -> HTTPResponse? {
        guard request.method == "GET" || request.method == "HEAD" else {
            var response = HTTPResponse.text(405, "only GET and HEAD are answered")
            response.fields.append(("Allow", "GET, HEAD"))
            return response
        }
        if listener.isLoopback, let host = request.host?.lowercased(), !["localhost", "127.0.0.1", "[::1]"].contains(host),
            !host.hasSuffix(".localhost")
        {
            return .text(
                403, "this server is for this machine alone, and not for “\(host)”; serve with --host to be reached by other names")
        }
        return nil
    }
}
