import Bytes
import Diagnostics
import Paths

/// The part of an SVG picture that cannot run anything or ask other hosts for anything, even if the picture is opened by itself: known
/// elements, no event handlers, no references out of the file. https://www.w3.org/TR/SVG2/ has the elements; which of them are safe follows
/// what HTML sanitizers agree on.
package struct SafeSVG {
    /// UTF-8.
    package private(set) var bytes: [UInt8] = []
    /// What was left out and could have done something, in alphabetical order: names of elements and attributes.
    var removed: [String] { found.sorted() }

    private var found: Set<String> = []
    /// The elements that are open, outermost first.
    private var open: [String] = []
    /// The depth in elements that are left out; 0 outside of them.
    private var skipped = 0
    /// What the style that is open says.
    private var style: [UInt8] = []
    private static let maxDepth = 512

    package init(_ picture: [UInt8]) {
        for token in XMLScanner(picture) { add(token) }
        for name in open.reversed() { write(end: name) }
        if bytes.isEmpty {
            found.insert("svg")
            bytes = Array("<svg xmlns=\"http://www.w3.org/2000/svg\"/>".utf8)
        }
        bytes.append(0x0A)
    }

    /// What the writer is told; nil if nothing that matters was left out.
    package func finding(_ file: SourceFile) -> Diagnostic? {
        guard !removed.isEmpty else { return nil }
        return Diagnostic(
            .assetUnsafe, in: file,
            "the picture is published without what could run or ask other hosts: \(removed.joined(separator: ", "))",
            help: "name the file under “publish” in kbgen.yml to publish it as it is, if you trust it")
    }

    private mutating func add(_ token: XMLScanner.Token) {
        switch token {
        case .text(let text) where skipped == 0 && !open.isEmpty: add(text)
        case .text: break
        case .start(let name, let attributes, let isEmpty):
            if skipped > 0 {
                skipped += isEmpty ? 0 : 1
            } else if open.isEmpty ? Self.local(name) == "svg" && bytes.isEmpty : isAllowed(name, attributes) {
                start(Self.local(name), attributes, isEmpty)
            } else if !open.isEmpty {
                if !name.contains(":") || Self.local(name) == "script" { found.insert(Self.local(name)) }
                skipped = isEmpty ? 0 : 1
            }
        case .end(let name):
            if skipped > 0 {
                skipped -= 1
            } else if let index = open.lastIndex(of: Self.local(name)) {
                for inner in open[index...].reversed() { write(end: inner) }
                open.removeSubrange(index...)
            }
        }
    }

    // MARK: Elements

    /// Drawing programs may write `svg:` before names; everything in the result is of one namespace.
    private static func local(_ name: String) -> String { name.hasPrefix("svg:") ? String(name.dropFirst(4)) : name }

    private var isForeign: Bool { open.contains("foreignObject") }

    private func isAllowed(_ name: String, _ attributes: [(name: String, value: [UInt8])]) -> Bool {
        guard open.count < Self.maxDepth, open.last != "style" else { return false }
        if isForeign { return Self.textElements.contains(name) }
        guard Self.elements.contains(Self.local(name)) else { return false }
        // An animation may set a link, or a handler.
        return attributes.allSatisfy { attribute in
            attribute.name != "attributeName" || !Self.isActive(String(decoding: attribute.value, as: UTF8.self).lowercased())
        }
    }

    private static func isActive(_ attribute: String) -> Bool {
        let name = attribute.split(separator: ":").last.map { $0.filter { !$0.isWhitespace } } ?? ""
        return name == "href" || name.hasPrefix("on") || name == "src" || name == "style"
    }

    private mutating func start(_ name: String, _ attributes: [(name: String, value: [UInt8])], _ isEmpty: Bool) {
        bytes.write(utf8: "<\(name)")
        if open.isEmpty {
            bytes.write(" xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"")
        } else if open.last == "foreignObject" {
            bytes.write(" xmlns=\"http://www.w3.org/1999/xhtml\"")
        }
        var written: Set<String> = []
        for (attribute, value) in attributes where isAllowed(attribute, value, on: name) && written.insert(attribute).inserted {
            bytes.write(utf8: " \(attribute)=\"")
            bytes.write(escaping: Self.text(value))
            bytes.write("\"")
        }
        bytes.write(isEmpty ? "/>" : ">")
        if !isEmpty { open.append(name) }
    }

    private mutating func write(end name: String) {
        if name == "style" {
            if Self.isSafeStyle(style) { bytes.write(escaping: Self.text(style)) } else { found.insert(name) }
            style = []
        }
        bytes.write(utf8: "</\(name)>")
    }

    private mutating func add(_ text: [UInt8]) {
        // What a style says is known at its end.
        if open.last == "style" { style += text } else { bytes.write(escaping: Self.text(text)) }
    }

    private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self).withoutXMLControls }

    // MARK: Attributes

    private mutating func isAllowed(_ name: String, _ value: [UInt8], on element: String) -> Bool {
        let lower = name.lowercased()
        if lower == "href" || lower == "xlink:href" {
            if Self.isSafe(reference: value, on: element) { return name == lower }
            found.insert(lower)
            return false
        }
        guard
            ["xml:space", "xml:lang"].contains(name)
                || name.utf8.allSatisfy({ $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") })
        else {
            return false
        }
        if lower.hasPrefix("on") || Self.addressAttributes.contains(lower) {
            found.insert(lower)
            return false
        }
        guard lower != "xmlns", Self.isSafeStyle(value) else {
            if lower != "xmlns" { found.insert(lower) }
            return false
        }
        return true
    }

    /// A place in the picture; for pictures in it, their data; for links of readers, a page of the web.
    private static func isSafe(reference: [UInt8], on element: String) -> Bool {
        let text = String(decoding: reference.filter { $0 > 0x20 }, as: UTF8.self).lowercased()
        if text.hasPrefix("#") || text.isEmpty { return true }
        switch element {
        case "image", "feImage":
            return ["png", "jpeg", "jpg", "gif", "webp", "avif"].contains {
                text.hasPrefix("data:image/\($0);") || text.hasPrefix("data:image/\($0),")
            }
        case "a": return ["https://", "http://", "mailto:"].contains(where: text.hasPrefix)
        default: return false
        }
    }

    /// Whether a style, or any value that may hold `url(…)`, names nothing outside of the picture. Escapes of CSS could hide that.
    private static func isSafeStyle(_ value: [UInt8]) -> Bool {
        let text = value.filter { $0 > 0x20 }.map(\.asciiLowercased)
        let isEscaped = text.contains(UInt8(ascii: "\\")) && (text.contains(UInt8(ascii: "(")) || text.contains(UInt8(ascii: "@")))
        let loading: [StaticString] = ["@import", "expression(", "image(", "image-set(", "src(", "-moz-binding", "javascript:"]
        if isEscaped || loading.contains(where: { text.firstRange(of: $0) != nil }) { return false }
        var start = 0
        while let found = text.firstRange(of: "url(", from: start) {
            start = found + 4
            let target = text[start...].drop { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
            guard safeTargets.contains(where: { target.starts(with: $0.utf8) }) else { return false }
        }
        return true
    }

    private static let safeTargets = [
        "#", "data:image/png", "data:image/jpeg", "data:image/jpg", "data:image/gif", "data:image/webp", "data:font/",
        "data:application/font",
        "data:application/x-font",
    ]

    private static let addressAttributes: Set<String> = [
        "src", "srcset", "action", "formaction", "data", "poster", "background", "ping", "manifest", "base", "srcdoc", "codebase",
        "autofocus",
    ]

    private static let elements: Set<String> = [
        "svg", "g", "defs", "symbol", "use", "switch", "desc", "title", "a", "view", "marker", "mask", "clipPath", "pattern",
        "linearGradient",
        "radialGradient", "meshgradient", "hatch", "stop", "style", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon",
        "image",
        "text", "tspan", "tref", "textPath", "altGlyph", "font", "font-face", "glyph", "missing-glyph", "hkern", "vkern", "foreignObject",
        "animate", "animateColor", "animateMotion", "animateTransform", "set", "mpath", "filter", "feBlend", "feColorMatrix",
        "feComponentTransfer", "feComposite", "feConvolveMatrix", "feDiffuseLighting", "feDisplacementMap", "feDistantLight",
        "feDropShadow",
        "feFlood", "feFuncA", "feFuncB", "feFuncG", "feFuncR", "feGaussianBlur", "feImage", "feMerge", "feMergeNode", "feMorphology",
        "feOffset",
        "fePointLight", "feSpecularLighting", "feSpotLight", "feTile", "feTurbulence",
    ]

    /// What labels of diagrams are made of, in HTML.
    private static let textElements: Set<String> = [
        "div", "span", "p", "br", "b", "i", "em", "strong", "code", "pre", "ul", "ol", "li", "sub", "sup", "u", "s", "small", "font",
        "center",
    ]
}
