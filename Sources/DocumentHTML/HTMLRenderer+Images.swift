import Bytes
import Markdown

/// A picture that is about to be written.
struct Image {
    var address: String
    var alternative: [UInt8]
    var title = ""
    var size: (width: Int, height: Int)?
    /// As the writer asks for it, in pixels or per cent of the text's width.
    var width: String?
    var height: String?
    var caption: [UInt8] = []
    var classes: [String] = []
    /// Alone in its paragraph, or in a figure.
    var isBlock = false
}

extension HTMLRenderer {
    /// A picture with its size, so that the page does not jump when it comes; a block's leads to the file, which shows it large.
    mutating func renderImage(_ image: Image) {
        let isFigure = image.isBlock && linkDepth == 0
        let hasCaption = isFigure && !image.caption.isEmpty
        if hasCaption { out.write("<figure>") }
        var image = image
        if isFigure {
            // A picture that is not shown must not leave an empty link behind.
            let variant = image.classes.filter { $0 == "kb-light-only" || $0 == "kb-dark-only" }
            image.classes.removeAll { variant.contains($0) }
            out.write(utf8: "<a class=\"\((["kb-zoom"] + variant).joined(separator: " "))\" href=\"")
            out.write(href: image.address)
            out.write("\"")
            // A link needs a name.
            if image.alternative.allSatisfy(\.isASCIIWhitespace) { write(attribute: "aria-label", context.label(.enlarge)) }
            out.write(">")
        }
        writeTag(image)
        if isFigure { out.write("</a>") }
        if hasCaption {
            out.write("<figcaption>")
            out.append(contentsOf: image.caption)
            out.write("</figcaption></figure>\n")
        }
    }

    private mutating func writeTag(_ image: Image) {
        out.write("<img src=\"")
        out.write(href: image.address)
        out.write("\" alt=\"")
        out.write(escaping: image.alternative)
        out.write("\"")
        if !image.title.isEmpty { write(attribute: "title", image.title) }
        let (width, height) = Self.size(image)
        if let width { write(attribute: "width", String(width)) }
        if let height { write(attribute: "height", String(height)) }
        var classes = image.classes
        if let percent = image.width?.percent { classes.append("kb-width-\(percent)") }
        if !classes.isEmpty { write(attribute: "class", classes.joined(separator: " ")) }
        out.write(" loading=\"lazy\" decoding=\"async\" />")
    }

    /// The file's own size, in the proportion that the writer asks for.
    private static func size(_ image: Image) -> (Int?, Int?) {
        let wanted = image.width.flatMap(\.pixels).flatMap { Int($0) }
        let tall = image.height.flatMap(\.pixels).flatMap { Int($0) }
        guard let size = image.size, size.width > 0, size.height > 0 else { return (wanted, tall) }
        if let wanted { return (wanted, max(1, (wanted * size.height + size.width / 2) / size.width)) }
        if let tall { return (max(1, (tall * size.width + size.height / 2) / size.height), tall) }
        return (size.width, size.height)
    }
}

extension Document {
    /// Whether a picture is all that its paragraph holds: GitBook shows it as a block then.
    func standsAlone(_ id: NodeID) -> Bool {
        let parent = self[id].parent
        return self[parent].kind == .paragraph && self[parent].firstChild == id && self[id].nextSibling == .none
    }

    /// The one child of a paragraph that is a block although a line of text holds it: a figure, or a picture with a caption.
    func onlyBlock(of paragraph: NodeID) -> NodeID? {
        let child = self[paragraph].firstChild
        guard child != .none, self[child].nextSibling == .none, self[child].kind == .element else { return nil }
        let name = elements[Int(self[child].payload)].name
        return name.isBlock ? child : nil
    }
}

extension String {
    /// A date, with a time or without, as HTML asks for it.
    var isDate: Bool {
        let parts = prefix(10).split(separator: "-", omittingEmptySubsequences: false)
        return parts.count == 3 && parts[0].utf8.count == 4 && parts[1].utf8.count == 2 && parts[2].utf8.count == 2
            && parts.allSatisfy { $0.utf8.allSatisfy(\.isASCIIDigit) }
            && (utf8.count == 10 || dropFirst(10).hasPrefix("T") || dropFirst(10).hasPrefix(" "))
    }

    /// Digits, with `px` behind them at most.
    var pixels: String? {
        let digits = hasSuffix("px") ? String(dropLast(2)) : self
        return digits.number
    }

    /// Digits alone, and not too many.
    var number: String? {
        !isEmpty && utf8.count < 6 && utf8.allSatisfy(\.isASCIIDigit) ? self : nil
    }

    /// A share in per cent, rounded to the twentieths that the styles know.
    var percent: Int? {
        guard hasSuffix("%"), let value = Double(dropLast()), value > 0, value <= 100 else { return nil }
        return max(5, min(100, Int((value / 5).rounded()) * 5))
    }
}
