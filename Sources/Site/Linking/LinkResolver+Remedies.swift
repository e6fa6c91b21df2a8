import Bytes
import Content
import Diagnostics
import Markdown
import Paths

/// What a writer probably meant by an address that leads nowhere.
extension LinkResolver {
    /// An address of the web that is not quite one: with one slash, or with nothing behind the scheme.
    func misspelt(scheme: String, _ address: String) -> (NamedTarget, Finding)? {
        let rest = address.dropFirst(scheme.utf8.count + 1)
        if rest.isEmpty { return (.nowhere, Finding(rule: .linkTarget, message: "the link has no address behind “\(address)”")) }
        guard scheme == "http" || scheme == "https", !rest.hasPrefix("//") else { return nil }
        let correct = scheme + "://" + rest.drop { $0 == "/" }
        return (
            .external(correct),
            Finding(rule: .linkTarget, message: "“\(address)” lacks a slash; the link leads to \(correct)", help: "write \(correct)")
        )
    }

    /// Something that is shown as a picture and is none.
    func noPicture(_ path: ContentPath, _ role: Link.Role) -> Finding? {
        guard role == .image, path.isMarkdown || path.isMeantAsFile, !Self.pictures.contains(path.fileExtension) else { return nil }
        return Finding(
            rule: .linkAsset, message: "“\(path)” is \(path.isMarkdown ? "a page" : "a file that browsers do not show as a picture")",
            help: "link to it: [text](…) without the “!”")
    }

    private static let pictures: Set<String> = [
        "png", "jpg", "jpeg", "jfif", "gif", "webp", "avif", "apng", "bmp", "ico", "svg", "mp4", "m4v", "webm", "ogv", "mov", "mp3", "m4a",
        "wav", "ogg", "oga", "opus", "flac", "aac", "weba",
    ]

    func missing(_ file: String, _ role: Link.Role, from folder: ContentPath) -> Finding {
        let path = folder.resolving(file.percentDecoded ?? file)
        if role == .specification {
            return Finding(
                rule: .specificationUnreadable, message: "there is no OpenAPI file “\(file)” in the content",
                help: "put the file into the content; nothing is fetched from other hosts")
        }
        let isShown = role == .image || role == .file
        let isAsset = isShown || path.isMeantAsFile
        let noun = isAsset ? "file" : "page"
        return Finding(
            rule: isShown || (isAsset && path.string.contains(".gitbook/")) ? .linkAsset : .linkTarget,
            message: "there is no \(noun) “\(path.isRoot ? file : path.string)”",
            help: Self.webAddress(file).map { "did you mean “\($0)”?" }
                ?? suggestion(for: isAsset ? path : path.asPage, from: folder).map { "did you mean “\($0)”?" }
                ?? (isAsset
                    ? "put the file there, or correct the path"
                    : "to make it: kbgen new --page \"Title\" --file \((file.hasSuffix("/") ? path.appending("README.md") : path.asPage).quoted)")
        )
    }

    /// The address of the web that a path was probably meant to be: `www.a.example`, `example.com/x`, `https//a.example`.
    private static func webAddress(_ file: String) -> String? {
        for slip in ["https//", "http//", "https/", "http/", "htpps://", "ttps://"] where file.hasPrefix(slip) {
            return (slip.hasPrefix("http/") || slip == "http//" ? "http://" : "https://")
                + file.dropFirst(slip.utf8.count).drop { $0 == "/" }
        }
        let host = file.prefix { $0 != "/" }.lowercased()
        let isHost = host.hasPrefix("www.") || domains.contains { host.hasSuffix($0) && host.utf8.count > $0.utf8.count }
        return isHost ? "https://" + file : nil
    }

    private static let domains = [".com", ".org", ".net", ".io", ".dev", ".app", ".edu", ".gov", ".co.uk", ".de", ".info", ".cloud", ".ai"]

    /// A file of the same name elsewhere, or one of a similar name in the same folder.
    private func suggestion(for path: ContentPath, from folder: ContentPath) -> String? {
        // Nearly every name is like one of two letters.
        guard path.withoutExtension.name.count > 2 else { return nil }
        let sameName = tree.files(named: path.name)
        let beside = sameName.first { $0.folder == folder }
        if let nearest = beside ?? sameName.map(\.string).nearest(to: path.string).map({ ContentPath($0) }) ?? sameName.first {
            return nearest.reference(from: folder)
        }
        let siblings = tree.files(near: path, 100).filter { $0.folder == path.folder && $0.fileExtension == path.fileExtension }
        return siblings.map(\.name).nearest(to: path.name).map { path.folder.appending($0).reference(from: folder) }
    }
}

extension ContentPath {
    /// Whether the name of what is missing is that of a file rather than of a page: it has an ending that is neither a page's nor a number.
    fileprivate var isMeantAsFile: Bool {
        let ending = fileExtension
        return (1...5).contains(ending.count) && !isMarkdown && !["html", "htm"].contains(ending)
            && ending.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) } && ending.contains { $0.isLetter }
    }

    /// The path as a word of a command line.
    fileprivate var quoted: String {
        let isPlain = string.allSatisfy { $0.isLetter || $0.isNumber || "/._-+,@".contains($0) } && !string.hasPrefix("-")
        return isPlain ? string : "'" + string.replacing("'", with: "'\\''") + "'"
    }

    /// The file that a page of this path would be: `x` and `x.html` are `x.md`.
    fileprivate var asPage: ContentPath {
        if isMarkdown { return self }
        guard ["html", "htm"].contains(fileExtension) else { return adding(".md") }
        return ContentPath(String(string.dropLast(fileExtension.count))).adding("md")
    }
}
