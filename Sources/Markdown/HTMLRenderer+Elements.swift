import Bytes

extension HTMLRenderer {
    /// Writes an element with the attributes that are safe for it, and what is below it.
    mutating func renderElement(_ id: NodeID, _ element: Element) {
        if element.name == .picture, let image = imageElsewhere(below: id) { return renderElement(image, document.elements[Int(document[image].payload)]) }
        guard let link = element.link else { return write(element, id, address: nil) }
        switch context.address(ofLink: link) {
        case .nowhere: renderUnresolved(id, element)
        case .external(let address) where element.name == .img:
            renderExternalImage(Array((element["alt"] ?? "").utf8), address)
        case .external where element.name == .source: break
        case .local(let address), .external(let address): write(element, id, address: address)
        }
    }

    /// The image of a picture that is not of this site: its other sources are of no use then.
    private func imageElsewhere(below picture: NodeID) -> NodeID? {
        document.children(of: picture).first { child in
            guard document[child].kind == .element, let link = document.elements[Int(document[child].payload)].link else { return false }
            guard document.elements[Int(document[child].payload)].name == .img else { return false }
            if case .local = context.address(ofLink: link) { return false }
            return true
        }
    }

    private mutating func write(_ element: Element, _ id: NodeID, address: String?) {
        let name = element.writtenName
        let isLink = element.name == .a
        // A link cannot stand in another.
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
        if element.name.isVoid { return out.write(" />") }
        out.write(">")
        if isLink { linkDepth += 1 }
        renderChildren(of: id)
        if isLink { linkDepth -= 1 }
        out.write("</")
        out.write(utf8: name)
        element.name.isBlock ? out.write(">\n") : out.write(">")
    }

    private mutating func writeAnchor(_ id: NodeID) {
        if let anchor = takeAnchor(id) { write(attribute: "id", anchor) }
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

    private mutating func write(attribute name: String, _ value: String) {
        out.write(" ")
        out.write(utf8: name)
        out.write("=\"")
        ["href", "src", "srcset"].contains(name) ? out.write(href: value) : out.write(escaping: value)
        out.write("\"")
    }
}

extension Element {
    /// The name under which it is written: a page has one h1, its title, and what HTML has given up has a successor.
    fileprivate var writtenName: String {
        switch name {
        case .h1: "h2"
        case .center: "div"
        case .font, .big: "span"
        case .tt: "code"
        case .strike: "s"
        default: name.rawValue
        }
    }

    /// An attribute as it may be written; nil for one that acts, styles, or means nothing here. Addresses and ids are not among them:
    /// they are resolved.
    fileprivate func safe(_ attribute: Attribute) -> (name: String, value: String)? {
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
        case ("datetime", .time), ("datetime", .del), ("datetime", .ins): return ("datetime", value)
        case ("align", _): return ["left", "center", "right"].contains(value) ? ("class", "kb-align-\(value)") : nil
        default: return nil
        }
    }
}

extension String {
    /// Digits, with `px` behind them at most.
    fileprivate var pixels: String? {
        let digits = hasSuffix("px") ? String(dropLast(2)) : self
        return digits.number
    }

    /// Digits alone, and not too many.
    fileprivate var number: String? {
        !isEmpty && utf8.count < 6 && utf8.allSatisfy(\.isASCIIDigit) ? self : nil
    }
}
