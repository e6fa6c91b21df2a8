import Bytes
import Markdown
import Maths

/// GitBook's blocks, as HTML that is complete without scripts: tabs are sections under their titles, prompts and code are visible.
extension HTMLRenderer {
    mutating func renderBlock(_ id: NodeID, _ block: Block) {
        switch block.name {
        case .footnote: break
        case .hint: renderHint(id, style: block["style"], icon: block["icon"])
        case .tabs: wrapBlock(id, "<div class=\"kb-tabs\">", "</div>")
        case .tab: renderTab(id, block)
        case .stepper: wrapBlock(id, "<ol class=\"kb-stepper\">", "</ol>")
        case .step: wrapBlock(id, "<li class=\"kb-step\">", "</li>")
        case .columns: wrapBlock(id, "<div class=\"kb-columns\">", "</div>")
        case .column: wrapBlock(id, "<div class=\"kb-column kb-span-\(block["width"].flatMap(\.twelfths) ?? 0)\">", "</div>")
        case .code: renderCode(id, block)
        case .contentReference, .pageReference: renderReference(id, block)
        case .embed, .integration: renderEmbed(id, block)
        case .file: renderFile(id, block)
        case .include: renderInclude(id, block)
        case .updates: wrapBlock(id, "<div class=\"kb-updates\">", "</div>")
        case .update: renderUpdate(id, block)
        case .if, .elif, .else: renderCondition(id, block)
        case .prompt: renderPrompt(id, block)
        case .plugin: renderChildren(of: id)
        default: renderAPI(id, block)
        }
    }

    mutating func wrapBlock(_ id: NodeID, _ start: String, _ end: StaticString) {
        breakLine()
        out.write(utf8: start)
        out.write("\n")
        renderChildren(of: id)
        breakLine()
        out.write(end)
        out.write("\n")
    }

    // MARK: Hints

    mutating func renderHint(_ id: NodeID, style: String?, icon: String?) {
        let label = RenderingLabel(hint: style ?? "info")
        let icon = icon.flatMap(Icon.symbol)
        breakLine()
        out.write(utf8: "<div class=\"kb-hint kb-hint-\(label.rawValue)\(icon == nil ? "" : " kb-own-icon")\" role=\"note\"")
        write(attribute: "aria-label", context.label(label))
        out.write(">\n")
        if let icon { out.write(utf8: "<span class=\"kb-hint-icon\" aria-hidden=\"true\">\(icon)</span>\n") }
        renderChildren(of: id)
        breakLine()
        out.write("</div>\n")
    }

    /// Renders `> [!NOTE]`, GitHub's notation for hints.
    ///
    /// - Parameter marker: the text `[!NOTE]`, which is left out.
    mutating func renderAlert(_ id: NodeID, _ style: RenderingLabel, marker: NodeID) {
        breakLine()
        out.write(utf8: "<div class=\"kb-hint kb-hint-\(style.rawValue)\" role=\"note\"")
        write(attribute: "aria-label", context.label(style))
        out.write(">\n")
        let paragraph = document[marker].parent
        var next = document[marker].nextSibling
        if next != .none, document[next].kind == .softBreak || document[next].kind == .lineBreak { next = document[next].nextSibling }
        if next != .none {
            out.write("<p>")
            renderSiblings(from: next)
            out.write("</p>\n")
        }
        renderSiblings(from: document[paragraph].nextSibling)
        breakLine()
        out.write("</div>\n")
    }

    // MARK: Tabs, prompts

    private mutating func renderTab(_ id: NodeID, _ block: Block) {
        let title = block["title"].flatMap { $0.trimmed.isEmpty ? nil : $0 } ?? "–"
        breakLine()
        out.write("<section class=\"kb-tab\"")
        write(attribute: "data-kb-tab", title.tabKey)
        out.write(">\n<p class=\"kb-tab-title\">")
        out.write(escaping: title)
        out.write("</p>\n")
        renderChildren(of: id)
        breakLine()
        out.write("</section>\n")
    }

    private mutating func renderPrompt(_ id: NodeID, _ block: Block) {
        breakLine()
        out.write("<figure class=\"kb-prompt\">\n<figcaption>")
        out.write(escaping: block["description"] ?? context.label(.prompt))
        out.write("</figcaption>\n<div class=\"kb-prompt-text\">\n")
        renderChildren(of: id)
        breakLine()
        out.write("</div>\n</figure>\n")
    }

    /// Renders the branch that a condition selects. A condition that cannot be evaluated counts as true.
    private mutating func renderCondition(_ id: NodeID, _ block: Block) {
        let elseBranch = document.children(of: id).first { child in
            document[child].kind == .block && [.else, .elif].contains(document.blocks[Int(document[child].payload)].name)
        }
        if block.name == .else || context.holds(block.argument) ?? true {
            for child in document.children(of: id) where child != elseBranch { renderNode(child) }
        } else if let elseBranch {
            renderNode(elseBranch)
        }
    }

    // MARK: Links

    /// Renders a card that links to a page, with the page's title.
    private mutating func renderReference(_ id: NodeID, _ block: Block) {
        breakLine()
        guard let link = block.link else { return renderChildren(of: id) }
        let ownText = document.plainText(of: id)
        switch context.url(ofLink: link) {
        case nil:
            out.write("<p class=\"kb-reference\"><span class=\"kb-unresolved\">")
            out.write(escaping: ownText.isEmpty ? document.links[link].destination : ownText)
            out.write("</span></p>\n")
        case .local(let address), .external(let address):
            let label = context.title(ofLink: link) ?? (ownText.isEmpty ? document.links[link].destination : ownText)
            renderCard("kb-reference", address, label: label)
        }
    }

    private mutating func renderCard(_ className: StaticString, _ address: String, label: String) {
        out.write("<p class=\"")
        out.write(className)
        out.write("\">")
        writeLink(address, label)
        out.write("</p>\n")
    }

    /// Renders an embed as a link with its caption, since pages load nothing from other hosts.
    private mutating func renderEmbed(_ id: NodeID, _ block: Block) {
        breakLine()
        guard let link = block.link else { return renderChildren(of: id) }
        out.write("<figure class=\"kb-embed\">")
        let caption = block["caption"] ?? ""
        switch context.url(ofLink: link) {
        case nil:
            out.write("<span class=\"kb-unresolved\">")
            out.write(escaping: document.links[link].destination)
            out.write("</span>")
        case .local(let address) where Media(document.links[link].destination) != nil:
            let label = caption.isEmpty ? document.plainText(of: id) : caption
            if let media = Media(document.links[link].destination) { writePlayer(media, address, label: label) }
        case .local(let address), .external(let address):
            writeLink(address, document.links[link].destination.withoutScheme)
        }
        renderCaption(id, caption)
        out.write("</figure>\n")
    }

    private mutating func renderCaption(_ id: NodeID, _ caption: String) {
        guard document[id].firstChild != .none || !caption.isEmpty else { return }
        out.write("<figcaption>")
        caption.isEmpty ? renderChildren(of: id) : out.write(escaping: caption)
        out.write("</figcaption>")
    }

    private mutating func renderFile(_ id: NodeID, _ block: Block) {
        breakLine()
        guard let link = block.link else { return renderChildren(of: id) }
        let name = document.links[link].destination.fileName
        out.write("<figure class=\"kb-file\">")
        switch context.url(ofLink: link) {
        case nil:
            out.write("<span class=\"kb-unresolved\">")
            out.write(escaping: name)
            out.write("</span>")
        case .local(let address), .external(let address):
            writeLink(address, name, attributes: " download=\"\"")
            if let size = context.fileSize(ofLink: link) { out.write(utf8: " <span class=\"kb-size\">\(size.byteCount)</span>") }
        }
        renderCaption(id, block["caption"] ?? "")
        out.write("</figure>\n")
    }

    /// Renders the included document, which is below the block, or the path of a file that is missing.
    private mutating func renderInclude(_ id: NodeID, _ block: Block) {
        if document[id].firstChild != .none { return renderChildren(of: id) }
        breakLine()
        out.write("<p><span class=\"kb-unresolved\">")
        out.write(escaping: block.argument)
        out.write("</span></p>\n")
    }

    // MARK: Inlines

    mutating func renderEmoji(_ node: Node) { out.write(escaping: document[node.text]) }

    /// Renders TeX as MathML, which needs no script, or as it is written where it has what is not known.
    mutating func renderMaths(_ node: Node) {
        let isDisplay = node.kind == .displayMaths
        if isDisplay { breakLine() }
        if case .success(let maths) = TeX.mathML(String(decoding: document[node.text], as: UTF8.self), isDisplay: isDisplay) {
            out.write(utf8: isDisplay ? "<p class=\"kb-maths\">\(maths)</p>\n" : maths)
            return
        }
        out.write(isDisplay ? "<p class=\"kb-maths\"><code>" : "<code class=\"kb-maths\">")
        out.write(escaping: String(decoding: document[node.text], as: UTF8.self).trimmed)
        out.write(isDisplay ? "</code></p>\n" : "</code>")
    }
}

extension RenderingLabel {
    /// The label of a hint's style; `info` for an unknown style.
    init(hint style: String) {
        switch style.lowercased() {
        case "success", "tip": self = .success
        case "warning", "working", "important": self = .warning
        case "danger", "caution", "error": self = .danger
        default: self = .info
        }
    }
}

extension Document {
    /// The style of a block quote that is one of GitHub's alerts, and the text node that marks it; nil for other block quotes.
    func alert(_ quote: NodeID) -> (RenderingLabel, NodeID)? {
        guard dialect == .gitbook else { return nil }
        let paragraph = self[quote].firstChild
        guard paragraph != .none, self[paragraph].kind == .paragraph else { return nil }
        let first = self[paragraph].firstChild
        guard first != .none, self[first].kind == .text else { return nil }
        let text = String(decoding: self[self[first].text], as: UTF8.self)
        guard text.hasPrefix("[!"), text.hasSuffix("]") else { return nil }
        let name = text.dropFirst(2).dropLast().lowercased()
        guard ["note", "tip", "important", "warning", "caution"].contains(name) else { return nil }
        return (RenderingLabel(hint: name), first)
    }
}

extension String {
    /// The key by which tabs with the same title are selected together: lower case, letters, digits, marks and `+#._`, a hyphen for every
    /// run of other characters; at most 64 code points.
    fileprivate var tabKey: String {
        var key = ""
        for character in lowercased().unicodeScalars.prefix(64) {
            let keeps =
                character.properties.isAlphabetic || character.properties.numericType != nil || "+#._".unicodeScalars.contains(character)
            if keeps { key.unicodeScalars.append(character) } else if key.last != "-", !key.isEmpty { key += "-" }
        }
        while key.last == "-" { key.removeLast() }
        return key
    }

    /// A width in per cent as a number of twelfths, 1 to 12; nil if it is no percentage.
    fileprivate var twelfths: Int? {
        guard hasSuffix("%"), let value = Double(dropLast()), value > 0, value <= 100 else { return nil }
        return max(1, min(12, Int((value / 100 * 12).rounded())))
    }

    /// A URL without its scheme and final slash.
    fileprivate var withoutScheme: String {
        guard let range = firstRange(of: "://") else { return self }
        let remainder = self[range.upperBound...]
        return String(remainder.hasSuffix("/") ? remainder.dropLast() : remainder)
    }

    /// The last component of a path, with `%` escapes decoded.
    var fileName: String {
        let path = prefix { $0 != "?" && $0 != "#" }
        let name = path.split(separator: "/").last.map(String.init) ?? self
        return name.percentDecoded ?? name
    }
}

extension Int {
    /// A size in bytes in a human-readable form, such as `1.5 MB`.
    var byteCount: String {
        if self < 1000 { return "\(self) B" }
        let units = ["KB", "MB", "GB"]
        var value = Double(self) / 1000
        var unit = 0
        while value >= 999.5, unit < units.count - 1 {
            value /= 1000
            unit += 1
        }
        let tenths = Int((value * 10).rounded())
        return value >= 10 || tenths % 10 == 0 ? "\(Int(value.rounded())) \(units[unit])" : "\(tenths / 10).\(tenths % 10) \(units[unit])"
    }
}
