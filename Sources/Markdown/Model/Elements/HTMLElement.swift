/// The elements of HTML. A tag with any other name is shown as text.
public enum HTMLElement: String, Sendable, CaseIterable {
    // Sections and blocks
    case address, article, aside, blockquote, center, dd, details, div, dl, dt, figcaption, figure, footer, h1, h2, h3, h4, h5, h6
    case header, hgroup, hr, li, main, nav, ol, p, pre, section, summary, ul
    // Tables
    case caption, col, colgroup, table, tbody, td, tfoot, th, thead, tr
    // Text
    case a, abbr, b, bdi, bdo, big, br, cite, code, data, del, dfn, em, font, i, ins, kbd, mark, q, rp, rt, ruby, s, samp, small
    case span, strike, strong, sub, sup, time, tt, u, `var`, wbr
    // Images
    case img, picture, source, video, audio
    // Never written, since they are active or their content is not for reading
    case applet, base, body, button, canvas, dialog, embed, fieldset, form, frame, frameset, head, html, iframe, input
    case label, legend, link, map, area, math, menu, meta, meter, noframes, noscript, object, optgroup, option, output, param
    case path, progress, script, search, select, slot, style, svg, template, textarea, title, track

    /// The element with a name, ignoring case; nil if there is none.
    public init?(name: ArraySlice<UInt8>) {
        guard !name.isEmpty, name.count <= 10 else { return nil }
        let key = Self.key(name)
        var (low, high) = (0, Self.byKey.count)
        while low < high {
            let middle = (low + high) / 2
            if Self.byKey[middle].key == key {
                self = Self.byKey[middle].element
                return
            }
            if Self.byKey[middle].key < key { low = middle + 1 } else { high = middle }
        }
        return nil
    }

    /// A name in lower case as a number of six bits per character, for fast comparison: each `<` of a text is looked up.
    private static func key(_ name: some Sequence<UInt8>) -> UInt64 {
        name.reduce(0) { $0 << 6 | UInt64($1.isASCIIDigit ? $1 - 0x30 + 27 : $1.isASCIILetter ? $1.asciiLowercased - 0x60 : 63) }
    }

    private static let byKey = allCases.map { (key: key($0.rawValue.utf8), element: $0) }.sorted { $0.key < $1.key }

    /// Whether it has no content and no end tag.
    public var isVoid: Bool {
        switch self {
        case .area, .base, .br, .col, .embed, .frame, .hr, .img, .input, .link, .meta, .param, .source, .track, .wbr: true
        default: false
        }
    }

    /// Whether it cannot be inside a paragraph.
    public var isBlock: Bool {
        switch self {
        case .address, .article, .aside, .blockquote, .center, .dd, .details, .div, .dl, .dt, .figcaption, .figure, .footer,
            .h1, .h2, .h3, .h4, .h5, .h6, .header, .hgroup, .hr, .li, .main, .nav, .ol, .p, .pre, .section, .summary, .ul,
            .caption, .col, .colgroup, .table, .tbody, .td, .tfoot, .th, .thead, .tr:
            true
        default: false
        }
    }

    /// Whether it is written into pages. Other elements are replaced by their content.
    public var isAllowed: Bool {
        switch self {
        case .applet, .base, .body, .button, .canvas, .dialog, .embed, .fieldset, .form, .frame, .frameset, .head,
            .html, .iframe, .input, .label, .legend, .link, .map, .area, .math, .menu, .meta, .meter, .noframes, .noscript,
            .object, .optgroup, .output, .param, .path, .progress, .script, .search, .slot, .style, .svg,
            .template, .textarea, .title, .track:
            false
        default: true
        }
    }

    /// Whether it is left out together with its content.
    public var isOpaque: Bool {
        switch self {
        case .script, .style, .template, .svg, .math, .head, .noframes, .canvas: true
        default: false
        }
    }

    /// Whether it is replaced by a link to its address.
    public var isShownAsLink: Bool {
        switch self {
        case .iframe, .embed: true
        default: false
        }
    }

    /// The elements required between this one and text or other content, outermost first.
    public var impliedChildren: [HTMLElement] {
        switch self {
        case .ul, .ol: [.li]
        case .dl: [.dd]
        case .table: [.tbody, .tr, .td]
        case .thead, .tbody, .tfoot: [.tr, .td]
        case .tr: [.td]
        default: []
        }
    }

    /// The attribute that contains the element's address, or nil.
    public var addressAttribute: String? {
        switch self {
        case .a: "href"
        case .img, .video, .audio: "src"
        case .source: "srcset"
        default: nil
        }
    }

    /// Whether its end tag is optional in HTML.
    public var endTagIsOptional: Bool {
        switch self {
        case .p, .li, .dt, .dd, .tr, .td, .th, .thead, .tbody, .tfoot, .colgroup, .option, .rp, .rt: true
        default: false
        }
    }

    /// Whether the start tag of `next` ends this element, as in HTML parsers.
    public func isEnded(by next: HTMLElement) -> Bool {
        switch self {
        case .p: next.isBlock
        case .li: next == .li
        case .dt, .dd: next == .dt || next == .dd
        case .td, .th: [.td, .th, .tr, .tbody, .tfoot, .thead].contains(next)
        case .tr: [.tr, .tbody, .tfoot, .thead].contains(next)
        case .thead, .tbody, .tfoot: [.tbody, .tfoot, .thead].contains(next)
        case .colgroup: next != .col
        case .caption: [.colgroup, .col, .thead, .tbody, .tfoot, .tr].contains(next)
        case .option: next == .option || next == .optgroup
        case .rp, .rt: next == .rp || next == .rt
        case .a: next == .a
        default: false
        }
    }

    /// Whether tags inside it do not affect elements outside: an `li` of an inner list leaves the outer one open.
    public var isScope: Bool {
        switch self {
        case .table, .td, .th, .caption, .ul, .ol, .dl, .details, .div, .figure, .blockquote, .section, .article: true
        default: false
        }
    }

    /// The elements one of which must be its parent; empty if it can be anywhere.
    public var requiredParents: [HTMLElement] {
        switch self {
        case .tr: [.table, .thead, .tbody, .tfoot]
        case .td, .th: [.tr]
        case .thead, .tbody, .tfoot, .caption, .colgroup: [.table]
        case .col: [.colgroup, .table]
        case .li: [.ul, .ol]
        case .dt, .dd: [.dl]
        case .figcaption: [.figure]
        case .summary: [.details]
        case .source: [.picture, .video, .audio]
        case .rt, .rp: [.ruby]
        default: []
        }
    }
}
