import Bytes

/// The request line and header fields of an HTTP/1.1 request (https://www.rfc-editor.org/rfc/rfc9112).
package struct HTTPRequest: Sendable, Equatable {
    package let method: String
    /// The path as sent, percent-encoded.
    package let path: String
    /// The query as sent, without `?`; empty if there is none.
    package let query: String
    /// The header fields by name in lower case. The last one counts if several have the same name.
    package let fields: [String: String]
    /// Whether the connection stays open for another request.
    let keepsAlive: Bool

    /// The maximum size of a request without its body.
    static let maxBytes = 16 << 10

    /// The result of parsing the input of a connection.
    enum ParseResult: Equatable {
        /// A request, and the number of bytes that it takes.
        case request(HTTPRequest, length: Int)
        case incomplete
        /// Not a request, or one that is not supported. The value is the status of the response.
        case invalid(status: Int)
    }

    /// Parses the request at the beginning of `bytes`.
    static func parse(_ bytes: [UInt8]) -> ParseResult {
        guard let end = bytes.endOfHead else { return bytes.count > maxBytes ? .invalid(status: 431) : .incomplete }
        guard end <= maxBytes else { return .invalid(status: 431) }
        let lines = bytes[..<end].split(separator: 0x0A).map { String(decoding: $0.last == 0x0D ? $0.dropLast() : $0, as: UTF8.self) }
        let requestLine = lines.first?.split(separator: " ", omittingEmptySubsequences: false).map(String.init) ?? []
        guard requestLine.count == 3, requestLine[2].hasPrefix("HTTP/1."), let target = requestLine[1].originForm else {
            return .invalid(status: 400)
        }
        var fields: [String: String] = [:]
        for line in lines.dropFirst() where !line.isEmpty {
            guard let colon = line.firstIndex(of: ":") else { return .invalid(status: 400) }
            fields[line[..<colon].lowercased()] = line[line.index(after: colon)...].trimmingSpaces
        }
        // Bodies are not read. The connection of a request with one is closed, because the body would be taken for the next request.
        let hasBody = fields["transfer-encoding"] != nil || (fields["content-length"].map { $0 != "0" } ?? false)
        let connection = fields["connection"]?.lowercased() ?? (requestLine[2] == "HTTP/1.0" ? "close" : "keep-alive")
        let components = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let request = HTTPRequest(
            method: requestLine[0], path: components[0], query: components.count > 1 ? components[1] : "", fields: fields,
            keepsAlive: !hasBody && !connection.contains("close"))
        return .request(request, length: end)
    }

    /// The host in the `Host` field, without the port; nil if the field is missing.
    var host: String? {
        guard let field = fields["host"] else { return nil }
        if field.hasPrefix("["), let end = field.firstIndex(of: "]") { return String(field[...end]) }
        return String(field.prefix { $0 != ":" })
    }

    /// The percent-decoded value of a query parameter: empty if it has no `=`, nil if it is missing or wrongly encoded.
    package func parameter(_ name: String) -> String? {
        for pair in query.split(separator: "&") {
            let components = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            if components[0] == name { return components.count > 1 ? String(components[1]).percentDecoded : "" }
        }
        return nil
    }
}

extension [UInt8] {
    /// The offset after the empty line that ends the header fields; nil if there is none.
    fileprivate var endOfHead: Int? {
        var index = 0
        while let lineFeed = self[index...].firstIndex(of: 0x0A) {
            let next = lineFeed + 1
            if next < count, self[next] == 0x0A { return next + 1 }
            if next + 1 < count, self[next] == 0x0D, self[next + 1] == 0x0A { return next + 2 }
            index = next
        }
        return nil
    }
}

extension String {
    /// A request target without the scheme and host that clients send to proxies (RFC 9112, section 3.2.2).
    fileprivate var originForm: String? {
        if hasPrefix("/") { return self }
        guard lowercased().hasPrefix("http://") else { return nil }
        let target = dropFirst("http://".count).drop { $0 != "/" && $0 != "?" }
        return target.hasPrefix("/") ? String(target) : "/" + target
    }
}

extension Substring {
    fileprivate var trimmingSpaces: String {
        var trimmed = self
        while let first = trimmed.first, first == " " || first == "\t" { trimmed.removeFirst() }
        while let last = trimmed.last, last == " " || last == "\t" { trimmed.removeLast() }
        return String(trimmed)
    }
}
