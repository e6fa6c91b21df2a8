import Bytes
import Markdown

/// An image to be rendered.
struct Image {
    var address: String
    /// The `alt` text.
    var alternative: [UInt8]
    var title = ""
    /// The size of the file in pixels, or nil if it is unknown.
    var size: (width: Int, height: Int)?
    /// The width that the author gives, in pixels or as a percentage of the text's width.
    var width: String?
    var height: String?
    var caption: [UInt8] = []
    var classes: [String] = []
    /// Whether it is alone in its paragraph, or in a figure.
    var isBlock = false
}

extension HTMLRenderer {
    /// Renders an image with its size, so that the layout does not shift when it loads. A block image links to its file, to be enlarged.
    mutating func renderImage(_ image: Image) {
        let isFigure = image.isBlock && linkDepth == 0
        let hasCaption = isFigure && !image.caption.isEmpty
        if hasCaption { out.write("<figure>") }
        var image = image
        if isFigure {
            // The link needs the same class, or a hidden image would leave an empty link.
            let variant = image.classes.filter { $0 == "kb-light-only" || $0 == "kb-dark-only" }
            image.classes.removeAll { variant.contains($0) }
            out.write(utf8: "<a class=\"\((["kb-zoom"] + variant).joined(separator: " "))\" href=\"")
            out.write(href: image.address)
            out.write("\"")
            // A link needs an accessible name.
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

    /// The file's own size, or the one that the author gives, in the file's proportions.
    private static func size(_ image: Image) -> (Int?, Int?) {
        let width = image.width.flatMap(\.pixels).flatMap { Int($0) }
        let height = image.height.flatMap(\.pixels).flatMap { Int($0) }
        guard let size = image.size, size.width > 0, size.height > 0 else { return (width, height) }
        if let width { return (width, max(1, (width * size.height + size.width / 2) / size.width)) }
        if let height { return (max(1, (height * size.width + size.height / 2) / size.height), height) }
        return (size.width, size.height)
    }
}

extension Document {
    /// Whether an image is the only child of its paragraph, in which case GitBook shows it as a block.
    func standsAlone(_ id: NodeID) -> Bool {
        let parent = self[id].parent
        return self[parent].kind == .paragraph && self[parent].firstChild == id && self[id].nextSibling == .none
    }

    /// The only child of a paragraph if it is a block element such as a figure, which HTML does not allow in a paragraph; or nil.
    func onlyBlock(of paragraph: NodeID) -> NodeID? {
        let child = self[paragraph].firstChild
        guard child != .none, self[child].nextSibling == .none, self[child].kind == .element else { return nil }
        let name = elements[Int(self[child].payload)].name
        return name.isBlock ? child : nil
    }
}

extension String {
    /// The digits of a length in pixels, with or without `px`; nil for anything else.
    var pixels: String? {
        let digits = hasSuffix("px") ? String(dropLast(2)) : self
        return digits.number
    }

    /// The string if it consists of one to five digits, or nil.
    var number: String? {
        !isEmpty && utf8.count < 6 && utf8.allSatisfy(\.isASCIIDigit) ? self : nil
    }

    /// A percentage rounded to a multiple of 5, for which there are styles; nil if it is no percentage.
    var percent: Int? {
        guard hasSuffix("%"), let value = Double(dropLast()), value > 0, value <= 100 else { return nil }
        return max(5, min(100, Int((value / 5).rounded()) * 5))
    }
}
