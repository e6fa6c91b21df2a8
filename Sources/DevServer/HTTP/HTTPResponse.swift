/// A response to a request.
package struct HTTPResponse: Sendable {
    package var status: Int
    package var fields: [(name: String, value: String)]
    package var body: [UInt8]
    /// What follows `body`.
    package var file: FilePart?
    /// The response stays open, and the server appends its broadcasts to the body.
    var isStream = false

    package init(status: Int, fields: [(name: String, value: String)] = [], body: [UInt8] = []) {
        self.status = status
        self.fields = fields
        self.body = body
    }

    /// A stream of events for an `EventSource` (https://html.spec.whatwg.org/multipage/server-sent-events.html).
    package static var events: HTTPResponse {
        var response = HTTPResponse(
            status: 200, fields: [("Content-Type", "text/event-stream"), ("Cache-Control", "no-store")], body: Array("retry: 500\n\n".utf8))
        response.isStream = true
        return response
    }

    /// A plain-text response.
    package static func text(_ status: Int, _ text: String) -> HTTPResponse {
        HTTPResponse(status: status, fields: [("Content-Type", "text/plain; charset=utf-8")], body: Array((text + "\n").utf8))
    }

    private static let reasons = [
        200: "OK", 206: "Partial Content", 301: "Moved Permanently", 304: "Not Modified", 400: "Bad Request", 403: "Forbidden",
        404: "Not Found", 405: "Method Not Allowed", 416: "Range Not Satisfiable", 431: "Request Header Fields Too Large",
        500: "Internal Server Error",
    ]

    /// The bytes of the response, without those of its file.
    /// - Parameter request: the request that is answered; nil if it was invalid.
    func head(to request: HTTPRequest?, keepsAlive: Bool) -> [UInt8] {
        var head = "HTTP/1.1 \(status) \(Self.reasons[status] ?? "Status")\r\n"
        for field in fields { head += "\(field.name): \(field.value.filter { $0 != "\r" && $0 != "\n" && $0 != "\r\n" })\r\n" }
        if !isStream { head += "Content-Length: \(body.count + (file?.count ?? 0))\r\n" }
        for field in Self.protection { head += field + "\r\n" }
        head += "Connection: \(keepsAlive || isStream ? "keep-alive" : "close")\r\n\r\n"
        return request?.method == "HEAD" ? Array(head.utf8) : Array(head.utf8) + body
    }

    /// What keeps pages of other hosts from using what is served here (https://owasp.org/www-project-secure-headers/).
    private static let protection = [
        "X-Content-Type-Options: nosniff", "X-Frame-Options: SAMEORIGIN", "Cross-Origin-Resource-Policy: same-origin",
    ]
}
