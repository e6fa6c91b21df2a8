import Bytes

/// The head of a request by HTTP/1.1 (https://www.rfc-editor.org/rfc/rfc9112).
package struct HTTPRequest: Sendable, Equatable {
    package let method: String
    /// The path, as sent.
    package let path: String
    /// What stands behind the `?`, as sent.
    package let query: String
    /// Fields by their names in lower case; of several with one name the last.
    package let fields: [String: String]
    /// Whether the connection stays open for the next one.
    let keepsAlive: Bool

    /// A head of more bytes is refused.
    static let maxBytes = 16 << 10

    /// What the beginning of a connection's bytes is.
    enum Reading: Equatable {
        /// A request, and how many bytes it takes.
        case request(HTTPRequest, length: Int)
        case unfinished
        /// No request, or one that is not accepted, by its status.
        case refused(Int)
    }

    static func read(_ bytes: [UInt8]) -> Reading {
        guard let end = bytes.headEnd else { return bytes.count > maxBytes ? .refused(431) : .unfinished }
        guard end <= maxBytes else { return .refused(431) }
        let lines = bytes[..<end].split(separator: 0x0A).map { String(decoding: $0.last == 0x0D ? $0.dropLast() : $0, as: UTF8.self) }
        let parts = lines.first?.split(separator: " ", omittingEmptySubsequences: false).map(String.init) ?? []
        guard parts.count == 3, parts[2].hasPrefix("HTTP/1."), let address = parts[1].originForm else { return .refused(400) }
        var fields: [String: String] = [:]
        for line in lines.dropFirst() where !line.isEmpty {
            guard let colon = line.firstIndex(of: ":") else { return .refused(400) }
            fields[line[..<colon].lowercased()] = line[line.index(after: colon)...].trimmingSpaces
        }
        // Nothing here takes a body; where one is announced, what follows cannot be told from the next request.
        let hasBody = fields["transfer-encoding"] != nil || (fields["content-length"].map { $0 != "0" } ?? false)
        let connection = fields["connection"]?.lowercased() ?? (parts[2] == "HTTP/1.0" ? "close" : "keep-alive")
        let target = address.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let request = HTTPRequest(
            method: parts[0], path: target[0], query: target.count > 1 ? target[1] : "", fields: fields,
            keepsAlive: !hasBody && !connection.contains("close"))
        return .request(request, length: end)
    }

    /// The host that the client believes to speak to, without the port; nil where it does not say.
    var host: String? {
        guard let field = fields["host"] else { return nil }
        if field.hasPrefix("["), let end = field.firstIndex(of: "]") { return String(field[...end]) }
        return String(field.prefix { $0 != ":" })
    }

    /// A parameter of the query, decoded.
    package func parameter(_ name: String) -> String? {
        for pair in query.split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            if parts[0] == name { return parts.count > 1 ? String(parts[1]).percentDecoded : "" }
        }
        return nil
    }
}

extension [UInt8] {
    /// Behind the empty line that ends a head.
    fileprivate var headEnd: Int? {
        var index = 0
        while let line = self[index...].firstIndex(of: 0x0A) {
            let next = line + 1
            if next < count, self[next] == 0x0A { return next + 1 }
            if next + 1 < count, self[next] == 0x0D, self[next + 1] == 0x0A { return next + 2 }
            index = next
        }
        return nil
    }
}

extension String {
    /// A request's target without the scheme and the host that proxies are sent (RFC 9112, section 3.2.2).
    fileprivate var originForm: String? {
        if hasPrefix("/") { return self }
        guard lowercased().hasPrefix("http://") else { return nil }
        let rest = dropFirst("http://".count).drop { $0 != "/" && $0 != "?" }
        return rest.hasPrefix("/") ? String(rest) : "/" + rest
    }
}

extension Substring {
    fileprivate var trimmingSpaces: String {
        var text = self
        while let first = text.first, first == " " || first == "\t" { text.removeFirst() }
        while let last = text.last, last == " " || last == "\t" { text.removeLast() }
        return String(text)
    }
}
