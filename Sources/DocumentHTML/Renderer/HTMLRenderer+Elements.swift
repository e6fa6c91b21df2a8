import Bytes
import Markdown

extension HTMLRenderer {
    /// Renders an element with its safe attributes and its children.
    mutating func renderElement(_ id: NodeID, _ element: Element) {
        switch element.name {
        case .picture: return renderPicture(id, element)
        // The options of a table's column have no text; others are shown one after the other.
        case .select: return renderChildren(of: id)
        case .option:
            renderChildren(of: id)
            return out.write(" ")
        case .table: return renderTable(id, element)
        case .pre: return renderPre(id, element)
        case .video, .audio: return renderMedia(id, element)
        case .code where element.hasClass("expression"): return renderExpression(id)
        case .i where element.iconName != nil: return renderIcon(id, element)
        case .span where element["data-tag"] == "emoji": return renderEmoji(id, element)
        case .div where element["data-tag"] == "hint": return renderHint(id, style: element["data-style"], icon: element["data-icon"])
        default: break
        }
        guard let link = element.link else { return write(element, id, address: nil) }
        switch context.url(ofLink: link) {
        case nil: renderUnresolved(id, element)
        case .external(let address) where element.name == .img:
            renderExternalImage(Array((element["alt"] ?? "").utf8), address)
        case .external where element.name == .source: break
        case .local(let address) where element.name == .img:
            if let media = Media(document.links[link].destination) {
                writePlayer(media, address, label: element["alt"] ?? "", element: element)
            } else {
                renderImage(image(id, element, address, link))
            }
        case .local(let address), .external(let address): write(element, id, address: address)
        }
    }

    /// An `img` of raw HTML.
    private func image(_ id: NodeID, _ element: Element, _ address: String, _ link: Int) -> Image {
        var image = Image(
            address: address, alternative: Array((element["alt"] ?? "").utf8), title: element["title"] ?? "",
            size: context.imageSize(ofLink: link),
            width: element["width"], height: element["height"])
        switch element["data-size"] {
        case "line": image.classes.append("kb-line-image")
        case "original": image.classes.append("kb-original")
        default: break
        }
        if let align = element["align"], ["left", "center", "right"].contains(align) { image.classes.append("kb-align-\(align)") }
        image.isBlock = document.isInFigure(id) || document.standsAlone(id)
        return image
    }

    /// Renders a picture with a variant for dark mode. Both are written and styles show one of them, since the reader can choose the mode.
    private mutating func renderPicture(_ id: NodeID, _ element: Element) {
        if let image = externalImage(below: id) { return renderElement(image, document.element(image)) }
        let children = document.children(of: id).filter { document[$0].kind == .element }
        guard let lightNode = children.first(where: { document.element($0).name == .img }),
            let link = document.element(lightNode).link,
            let darkNode = children.first(where: { document.element($0).isDarkSource }),
            let darkLink = document.element(darkNode).link,
            case .local(let address) = context.url(ofLink: link), case .local(let darkAddress) = context.url(ofLink: darkLink)
        else { return write(element, id, address: nil) }
        var light = image(lightNode, document.element(lightNode), address, link)
        light.isBlock = document.isInFigure(id) || document.standsAlone(id)
        var dark = light
        light.classes.append("kb-light-only")
        dark.classes.append("kb-dark-only")
        dark.address = darkAddress
        dark.size = context.imageSize(ofLink: darkLink)
        renderImage(light)
        renderImage(dark)
    }

    /// Renders the value of an expression, or its source if the value is unknown.
    private mutating func renderExpression(_ id: NodeID) {
        let expression = document.plainText(of: id)
        if let value = context.value(of: expression) {
            expressionBytes += value.utf8.count
            if expressionBytes <= Document.maxExpressionBytes { return out.write(escaping: value) }
        }
        out.write("<code>")
        out.write(escaping: expression)
        out.write("</code>")
    }

    private mutating func renderIcon(_ id: NodeID, _ element: Element) {
        guard let name = element.iconName else { return }
        out.write("<span class=\"kb-icon\"")
        if let symbol = Icon.symbol(name) {
            out.write(" aria-hidden=\"true\">")
            out.write(utf8: symbol)
        } else {
            out.write(">")
            out.write(escaping: name)
        }
        out.write("</span>")
    }

    private mutating func renderEmoji(_ id: NodeID, _ element: Element) {
        if !document.plainText(of: id).isEmpty { return renderChildren(of: id) }
        let scalars = (element["data-code"] ?? "").split(separator: "-").compactMap { UInt32($0, radix: 16).flatMap(Unicode.Scalar.init) }
        var text = ""
        text.unicodeScalars.append(contentsOf: scalars)
        out.write(escaping: text)
    }

    /// The image of a picture if it is not on this site. The picture's other sources are not used then.
    private func externalImage(below picture: NodeID) -> NodeID? {
        document.children(of: picture).first { child in
            guard document[child].kind == .element, let link = document.elements[Int(document[child].payload)].link else { return false }
            guard document.elements[Int(document[child].payload)].name == .img else { return false }
            if case .local = context.url(ofLink: link) { return false }
            return true
        }
    }

    private mutating func write(_ element: Element, _ id: NodeID, address: String?) {
        let name = element.writtenName
        let isLink = element.name == .a
        // Links cannot be nested.
        if isLink, linkDepth > 0 { return renderChildren(of: id) }
        if element.name.isBlock { breakLine() }
        out.write("<")
        out.write(utf8: name)
        if let address { write(attribute: element.name.addressAttribute ?? "", address) }
        writeAnchor(id)
        for attribute in element.attributes {
            if let (name, value) = element.safe(attribute) { write(attribute: name, value) }
        }
        if element.name == .img, element["alt"] == nil { out.write(" alt=\"\"") }
        let classes = element.classes
        if !classes.isEmpty { write(attribute: "class", classes.joined(separator: " ")) }
        if element.name.isVoid { return out.write(" />") }
        out.write(">")
        if isLink { linkDepth += 1 }
        if isLink, element["data-mention"] != nil, let link = element.link, let title = context.title(ofLink: link) {
            out.write(escaping: title)
        } else {
            renderChildren(of: id)
        }
        if isLink { linkDepth -= 1 }
        out.write("</")
        out.write(utf8: name)
        element.name.isBlock ? out.write(">\n") : out.write(">")
    }

    private mutating func writeAnchor(_ id: NodeID) {
        let anchor = takeAnchor(id)
        if var identity = context.identity(of: id) {
            identity.id = anchor ?? identity.id
            write(identity)
        } else if let anchor {
            write(attribute: "id", anchor)
        }
    }

    private mutating func renderUnresolved(_ id: NodeID, _ element: Element) {
        if element.name == .source { return }
        if element.name == .img { return renderUnresolvedImage(Array((element["alt"] ?? "").utf8)) }
        out.write("<span class=\"kb-unresolved\"")
        writeAnchor(id)
        out.write(">")
        renderChildren(of: id)
        out.write("</span>")
    }

    mutating func write(attribute name: String, _ value: String) {
        out.write(" ")
        out.write(utf8: name)
        out.write("=\"")
        ["href", "src", "srcset"].contains(name) ? out.write(href: value) : out.write(escaping: value)
        out.write("\"")
    }
}

extension Element {
    /// The name that is written. A page has one `h1`, its title, and obsolete elements are replaced.
    fileprivate var writtenName: String {
        switch name {
        case .h1: "h2"
        case .main: "div"
        case .center: "div"
        case .font, .big: "span"
        case .tt: "code"
        case .time where !(self["datetime"]?.isDate ?? false): "span"
        case .strike: "s"
        default: name.rawValue
        }
    }

    /// An attribute as it is written; nil for one that is active, a style or without meaning here. Addresses and ids are written separately.
    func safe(_ attribute: Attribute) -> (name: String, value: String)? {
        let value = attribute.value
        switch (attribute.name, name) {
        case ("title", _), ("lang", _), ("dir", _): return (attribute.name, value)
        case ("alt", .img): return ("alt", value)
        case ("width", .img), ("height", .img): return value.pixels.map { (attribute.name, $0) }
        case ("media", .source): return ("media", value)
        case ("type", .source): return ("type", value)
        case ("colspan", .td), ("colspan", .th), ("rowspan", .td), ("rowspan", .th), ("span", .col), ("span", .colgroup):
            return value.number.map { (attribute.name, $0) }
        case ("scope", .th): return ("scope", value)
        case ("start", .ol), ("value", .li): return value.number.map { (attribute.name, $0) }
        case ("reversed", .ol), ("open", .details): return (attribute.name, "")
        case ("datetime", .time) where !value.isDate: return nil
        case ("datetime", .time), ("datetime", .del), ("datetime", .ins): return ("datetime", value)
        default: return nil
        }
    }
}

extension Element {
    /// The name of the Font Awesome icon, such as `gear` for `<i class="fa-gear">`, or nil.
    var iconName: String? {
        self["class"]?.split(separator: " ").first {
            $0.hasPrefix("fa-") && !["fa-solid", "fa-regular", "fa-brands", "fa-light", "fa-duotone"].contains($0)
        }
        .map { String($0.dropFirst(3)) }
    }

    fileprivate var isDarkSource: Bool { name == .source && (self["media"] ?? "").contains("prefers-color-scheme: dark") }

    /// The classes that are written.
    fileprivate var classes: [String] {
        var names: [String] = []
        if let align = self["align"], ["left", "center", "right"].contains(align) { names.append("kb-align-\(align)") }
        if name == .a, hasClass("button") { names += ["kb-button", hasClass("secondary") ? "kb-secondary" : "kb-primary"] }
        if name == .div, let value = self["data-with-frame"], value != "false" { names.append("kb-frame") }
        if name == .div || name == .table, let value = self["data-full-width"], value != "false" { names.append("kb-full-width") }
        if name == .mark || name == .span, let style = self["style"] { names += MarkColour.classes(style) }
        return names
    }
}

extension Document {
    /// Whether an image is the child of a figure, directly or in a `picture`.
    func isInFigure(_ id: NodeID) -> Bool {
        let parent = self[id].parent
        guard parent != .none, self[parent].kind == .element else { return false }
        let name = element(parent).name
        return name == .figure || (name == .picture && isInFigure(parent))
    }
}
