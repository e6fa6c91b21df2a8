import Bytes
import Markdown

/// Films and sounds, which readers play where they stand.
extension HTMLRenderer {
    /// What a browser plays, by the ending of its file.
    enum Media: String {
        case video, audio

        /// Nil for an address of anything else.
        init?(_ address: String) {
            let path = address.prefix { $0 != "?" && $0 != "#" }
            guard let dot = path.lastIndex(of: ".") else { return nil }
            switch path[path.index(after: dot)...].lowercased() {
            case "mp4", "m4v", "webm", "ogv", "mov": self = .video
            case "mp3", "m4a", "wav", "ogg", "oga", "opus", "flac", "aac", "weba": self = .audio
            default: return nil
            }
        }
    }

    /// Writes a player, with a link to the file for browsers that have none.
    /// - Parameters:
    ///   - label: what is heard or seen, for those who do not see the player; empty if it is not known.
    ///   - element: an element of raw HTML whose size and behaviour count.
    mutating func writePlayer(_ media: Media, _ address: String, label: String, element: Element? = nil) {
        out.write(utf8: "<\(media.rawValue) class=\"kb-player\" controls=\"\" preload=\"metadata\"")
        write(attribute: "src", address)
        if !label.isEmpty { write(attribute: "aria-label", label) }
        for name in ["width", "height"] {
            if media == .video, let pixels = element?[name]?.pixels { write(attribute: name, pixels) }
        }
        for name in ["loop", "muted"] where element?[name] != nil { write(attribute: name, "") }
        out.write(">")
        linkDepth == 0 ? writeLink(address, label.isEmpty ? address.fileName : label) : out.write(escaping: label)
        out.write(utf8: "</\(media.rawValue)>")
    }

    /// Renders `video` and `audio` of raw HTML: the first of their files that is on the site.
    mutating func renderMedia(_ id: NodeID, _ element: Element) {
        let sources = document.children(of: id).filter { document[$0].kind == .element }.map(document.element)
        let links = ([element] + sources).compactMap(\.link)
        let label = element["aria-label"] ?? element["title"] ?? ""
        for link in links {
            guard case .local(let address) = context.url(ofLink: link) else { continue }
            return writePlayer(element.name == .audio ? .audio : .video, address, label: label, element: element)
        }
        // Pages load nothing from other hosts.
        for link in links {
            if case .external(let address) = context.url(ofLink: link) { return writeLink(address, label.isEmpty ? address : label) }
        }
        renderChildren(of: id)
    }
}
