import Bytes
import Diagnostics
import Files
import Paths
import Pipeline

/// Answers a browser with the newest version of a site.
package struct SiteResponder: Sendable {
    private let site: LiveSite

    package init(_ site: LiveSite) { self.site = site }

    package func respond(to request: HTTPRequest) async -> HTTPResponse {
        guard let path = request.path.percentDecoded, !path.utf8.contains(0) else {
            return .text(400, "the address is not encoded as UTF-8")
        }
        let address = String(path.dropFirst())
        let version = await site.newestVersion()
        switch OutputPath(address) {
        case OutputLayout.liveEvents: return .events
        case OutputLayout.liveScript: return Self.response(version.liveScript, type: "text/javascript; charset=utf-8")
        case OutputLayout.liveState: return await state(of: request.parameter("address") ?? "", version)
        default: return await answer(address, request, version)
        }
    }

    private func answer(_ address: String, _ request: HTTPRequest, _ version: SiteVersion) async -> HTTPResponse {
        switch await version.content(at: address) {
        case .bytes(let bytes):
            let type = Self.type(of: address.isEmpty || address.hasSuffix("/") ? OutputLayout.pageName : address)
            guard type.hasPrefix("text/html") else {
                return Self.response(bytes, type: type, isNamedByContent: Self.isNamedByContent(address))
            }
            return Self.response(Self.page(bytes, version), type: type)
        case .file(let location): return file(location, request)
        case .redirect:
            let query = request.query.isEmpty ? "" : "?" + request.query
            // A second slash at the beginning would name a host.
            let path = "/" + request.path.drop { $0 == "/" }
            return HTTPResponse(status: 301, fields: [("Location", path + "/" + query), ("Cache-Control", "no-cache")])
        case nil:
            var response = Self.response(Self.page(version.notFound, version), type: "text/html; charset=utf-8")
            response.status = 404
            return response
        }
    }

    // MARK: Pages

    /// A page with the script that takes in what changes.
    private static func page(_ html: [UInt8], _ version: SiteVersion) -> [UInt8] {
        let script = Array(
            "<script src=\"/\(OutputLayout.liveScript)\" data-kb-live data-edition=\"\(version.number)\" data-scripts=\"\(version.scriptDigest)\"></script>\n"
                .utf8)
        guard let end = html.lastRange(of: Array("</body>".utf8)) else { return html + script }
        return html[..<end] + script + html[end...]
    }

    /// What an open page asks for when something has changed.
    private func state(of address: String, _ version: SiteVersion) async -> HTTPResponse {
        var html = version.notFound
        if case .bytes(let bytes) = await version.content(at: address) { html = bytes }
        let found = version.diagnostics(ofPageAt: address)
        let json = JSON.object([
            ("styles", .array(html.styles.map(JSON.string))),
            ("diagnostics", .array((found.page + found.site).map(\.json))), ("guide", version.outline(ofPageAt: address) ?? .null),
        ])
        return Self.response(json.bytes, type: "application/json")
    }

    // MARK: Files

    private static func response(_ bytes: [UInt8], type: String, isNamedByContent: Bool = false) -> HTTPResponse {
        HTTPResponse(
            status: 200,
            fields: [("Content-Type", type), ("Cache-Control", isNamedByContent ? "max-age=31536000, immutable" : "no-cache")], body: bytes)
    }

    /// A file of the content, or the part of it that is asked for (https://www.rfc-editor.org/rfc/rfc9110#name-range-requests).
    private func file(_ location: String, _ request: HTTPRequest) -> HTTPResponse {
        guard let fingerprint = FileFingerprint(of: location), let file = try? ReadableFile(withoutLinks: location) else {
            return .text(404, "the file cannot be read")
        }
        let tag = "\"\(String(UInt(bitPattern: fingerprint.hashValue), radix: 36))\""
        if request.fields["if-none-match"] == tag { return HTTPResponse(status: 304, fields: [("ETag", tag)]) }
        var response = Self.response([], type: Self.type(of: location))
        response.fields += [("ETag", tag), ("Accept-Ranges", "bytes")]
        let size = file.size
        guard let range = request.fields["range"], range.hasPrefix("bytes="), !range.contains(",") else {
            response.file = FilePart(file, 0..<size)
            return response
        }
        let ends = range.dropFirst("bytes=".count).split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard ends.count == 2, let part = Self.part(ends[0], ends[1], of: size) else {
            response.status = 416
            response.fields.append(("Content-Range", "bytes */\(size)"))
            return response
        }
        response.status = 206
        response.file = FilePart(file, part)
        response.fields.append(("Content-Range", "bytes \(part.lowerBound)-\(part.upperBound - 1)/\(size)"))
        return response
    }

    private static func part(_ first: Int?, _ last: Int?, of count: Int) -> Range<Int>? {
        switch (first, last) {
        case (let first?, let last) where first < count && first <= last ?? first: first..<(min(last ?? count - 1, count - 1) + 1)
        case (nil, let length?) where length > 0 && count > 0: max(0, count - length)..<count
        default: nil
        }
    }

    /// Whether a file's name or its folder's has the hash of what is in it.
    private static func isNamedByContent(_ address: String) -> Bool {
        let parts = address.split(separator: "/")
        return parts.count > 1 && parts[0] == OutputLayout.ownFolder.string && parts[1].split(separator: ".").contains { $0.isContentHash }
    }

    private static let types: [String: String] = [
        "html": "text/html; charset=utf-8", "md": "text/markdown; charset=utf-8", "txt": "text/plain; charset=utf-8",
        "css": "text/css; charset=utf-8",
        "js": "text/javascript; charset=utf-8", "json": "application/json", "xml": "application/xml", "yaml": "text/plain; charset=utf-8",
        "yml": "text/plain; charset=utf-8", "csv": "text/csv; charset=utf-8", "svg": "image/svg+xml", "png": "image/png",
        "jpg": "image/jpeg",
        "jpeg": "image/jpeg", "gif": "image/gif", "webp": "image/webp", "avif": "image/avif", "ico": "image/x-icon", "bmp": "image/bmp",
        "pdf": "application/pdf",
        "mp4": "video/mp4", "webm": "video/webm", "mov": "video/quicktime", "mp3": "audio/mpeg", "ogg": "audio/ogg", "wav": "audio/wav",
        "woff": "font/woff", "woff2": "font/woff2", "ttf": "font/ttf", "otf": "font/otf", "zip": "application/zip",
        "gz": "application/gzip",
    ]

    private static func type(of path: String) -> String {
        guard let dot = path.lastIndex(of: ".") else { return "application/octet-stream" }
        return types[path[path.index(after: dot)...].lowercased()] ?? "application/octet-stream"
    }
}

extension Substring {
    fileprivate var isContentHash: Bool { utf8.count == 13 && utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) } }
}

extension [UInt8] {
    /// Where the last of some bytes begin.
    fileprivate func lastRange(of needle: [UInt8]) -> Int? {
        guard count >= needle.count else { return nil }
        return stride(from: count - needle.count, through: 0, by: -1).first {
            self[$0] == needle[0] && self[$0..<($0 + needle.count)].elementsEqual(needle)
        }
    }

    /// The addresses of a page's styles.
    fileprivate var styles: [String] {
        let text = String(decoding: self.prefix(8192), as: UTF8.self)
        return text.matches(of: /<link rel="stylesheet" href="([^"]*)"/).map { String($0.1) }
    }
}
