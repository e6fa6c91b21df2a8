import Bytes

/// Goes through the HTML of a page's body, as kbgen's own renderer writes it, and tells what text stands where.
struct HTMLTextReader {
    /// Where a text stands.
    enum Field {
        case body, heading, summary, code, codeBlock, alternative
    }

    /// What a reader of the HTML is told.
    enum Event {
        /// What follows belongs to a section of its own, with this id.
        case section(String)
        /// What the section is called, as a reader sees it.
        case title(String)
        case text(UnsafeBufferPointer<UInt8>, Field)
        /// A character that is written as a reference; none of those that kbgen writes is of a word.
        case reference(String, Field)
        /// A word ends here in any case.
        case boundary
        /// A line of code, or a piece of code in a line, ends here.
        case unit
    }

    private let html: UnsafeBufferPointer<UInt8>
    private let parts: [String: String]
    private var isInHeading = false
    private var headingText: [UInt8] = []
    private var codeDepth = 0
    private var blockDepth = 0
    private var summaryDepth = 0

    /// - Parameters:
    ///   - html: UTF-8.
    ///   - parts: titles of parts that are no headings, by their ids.
    static func read(_ html: [UInt8], parts: [String: String], _ body: (Event) -> Void) {
        html.withUnsafeBufferPointer { bytes in
            var reader = HTMLTextReader(html: bytes, parts: parts)
            reader.read(body)
        }
    }

    private init(html: UnsafeBufferPointer<UInt8>, parts: [String: String]) {
        self.html = html
        self.parts = parts
    }

    private mutating func read(_ body: (Event) -> Void) {
        var index = 0
        while index < html.count {
            switch html[index] {
            case UInt8(ascii: "<"): index = readTag(index + 1, body)
            case UInt8(ascii: "&"): index = readReference(index, body)
            default:
                var end = index + 1
                while end < html.count, html[end] != UInt8(ascii: "<"), html[end] != UInt8(ascii: "&"), blockDepth == 0 || html[end] != 0x0A
                { end += 1 }
                readText(index..<end, body)
                if blockDepth > 0, end < html.count, html[end] == 0x0A { body(.unit) }
                index = end
            }
        }
        body(.unit)
    }

    private var field: Field {
        if isInHeading { return .heading }
        if blockDepth > 0 { return .codeBlock }
        return codeDepth > 0 ? .code : summaryDepth > 0 ? .summary : .body
    }

    private mutating func readText(_ range: Range<Int>, _ body: (Event) -> Void) {
        let text = UnsafeBufferPointer(rebasing: html[range])
        if isInHeading { headingText.append(contentsOf: text) }
        body(.text(text, field))
    }

    private func tellAlternative(_ text: UnsafeBufferPointer<UInt8>, _ body: (Event) -> Void) {
        var rest = text[...]
        while !rest.isEmpty {
            let plain = rest.prefix { $0 != UInt8(ascii: "&") }
            body(.text(UnsafeBufferPointer(rebasing: plain), .alternative))
            rest = rest[plain.endIndex...]
            guard let end = rest.firstIndex(of: UInt8(ascii: ";")) else { return }
            body(.reference(Self.character(String(decoding: rest[...end], as: UTF8.self)), .alternative))
            rest = rest[(end + 1)...]
        }
    }

    private mutating func readReference(_ start: Int, _ body: (Event) -> Void) -> Int {
        var end = start + 1
        while end < html.count, end - start < 10, html[end] != UInt8(ascii: ";") { end += 1 }
        end = min(end + 1, html.count)
        if isInHeading { headingText.append(contentsOf: html[start..<end]) }
        body(.reference(Self.character(String(decoding: html[start..<end], as: UTF8.self)), field))
        return end
    }

    // MARK: Tags

    private mutating func readTag(_ start: Int, _ body: (Event) -> Void) -> Int {
        let isEnd = start < html.count && html[start] == UInt8(ascii: "/")
        let nameStart = isEnd ? start + 1 : start
        var nameEnd = nameStart
        while nameEnd < html.count, html[nameEnd].isASCIIAlphanumeric { nameEnd += 1 }
        var end = nameEnd
        while end < html.count, html[end] != UInt8(ascii: ">") { end += 1 }
        let name = html[nameStart..<nameEnd]
        let attributes = nameEnd..<end
        if Tag(name) != .inline { body(.boundary) }
        isEnd ? close(name, body) : open(name, attributes, body)
        return min(end + 1, html.count)
    }

    private mutating func open(_ name: Slice<UnsafeBufferPointer<UInt8>>, _ attributes: Range<Int>, _ body: (Event) -> Void) {
        switch Tag(name) {
        case .pre: blockDepth += 1
        case .code: codeDepth += 1
        case .summary: summaryDepth += 1
        case .image:
            if let text = value("alt", attributes) {
                tellAlternative(text, body)
                body(.boundary)
            }
        case .heading, .inline, .other: break
        }
        guard attributes.count > 4, let id = value("id", attributes).map({ String(decoding: $0, as: UTF8.self) }) else { return }
        if Tag(name) == .heading {
            isInHeading = true
            headingText.removeAll(keepingCapacity: true)
            body(.section(id))
        } else if !parts.isEmpty, let title = parts[id] {
            body(.section(id))
            body(.title(title))
        }
    }

    private mutating func close(_ name: Slice<UnsafeBufferPointer<UInt8>>, _ body: (Event) -> Void) {
        switch Tag(name) {
        case .pre:
            blockDepth = max(0, blockDepth - 1)
            body(.unit)
        case .code:
            codeDepth = max(0, codeDepth - 1)
            if blockDepth == 0 { body(.unit) }
        case .summary: summaryDepth = max(0, summaryDepth - 1)
        case .heading where isInHeading:
            isInHeading = false
            body(.title(Self.plain(headingText)))
        case .heading, .inline, .image, .other: break
        }
    }

    /// An attribute's value as it is written.
    private func value(_ name: StaticString, _ attributes: Range<Int>) -> UnsafeBufferPointer<UInt8>? {
        let length = name.utf8CodeUnitCount
        var index = attributes.lowerBound
        while index + length + 2 < attributes.upperBound {
            // Over the value of another attribute.
            if html[index] == UInt8(ascii: "\"") {
                index += 1
                while index < attributes.upperBound, html[index] != UInt8(ascii: "\"") { index += 1 }
                index += 1
                continue
            }
            if html[index] == 0x20, html[index + 1 + length] == UInt8(ascii: "="),
                (0..<length).allSatisfy({ html[index + 1 + $0] == name.utf8Start[$0] })
            {
                let start = index + length + 3
                var end = start
                while end < attributes.upperBound, html[end] != UInt8(ascii: "\"") { end += 1 }
                return start <= end ? UnsafeBufferPointer(rebasing: html[start..<end]) : nil
            }
            index += 1
        }
        return nil
    }

    private static let characters = ["&lt;": "<", "&gt;": ">", "&quot;": "\"", "&#x27;": "'", "&amp;": "&"]

    private static func character(_ reference: String) -> String { characters[reference] ?? reference }

    /// A heading's text with its references as characters, in one line.
    private static func plain(_ html: [UInt8]) -> String {
        var text = String(decoding: html, as: UTF8.self)
        // `&` comes last, so that nothing is read twice.
        for reference in ["&lt;", "&gt;", "&quot;", "&#x27;", "&amp;"] where text.utf8.contains(UInt8(ascii: "&")) {
            text = text.replacing(reference, with: character(reference))
        }
        return text.split { $0 == "\n" || $0 == " " }.joined(separator: " ")
    }
}

/// What an element is to a search.
private enum Tag {
    case pre, code, summary, image, heading
    /// May stand within a word.
    case inline
    case other

    init(_ name: Slice<UnsafeBufferPointer<UInt8>>) {
        var packed: UInt64 = 0
        guard name.count <= 8 else {
            self = .other
            return
        }
        for byte in name { packed = packed << 8 | UInt64(byte) }
        switch packed {
        case Self.packed("pre"): self = .pre
        case Self.packed("code"), Self.packed("kbd"): self = .code
        case Self.packed("summary"): self = .summary
        case Self.packed("img"): self = .image
        case Self.packed("h1")...Self.packed("h6"): self = .heading
        case Self.packed("a"), Self.packed("b"), Self.packed("i"), Self.packed("s"), Self.packed("u"), Self.packed("em"),
            Self.packed("sub"), Self.packed("sup"),
            Self.packed("del"), Self.packed("span"), Self.packed("mark"), Self.packed("strong"):
            self = .inline
        default: self = .other
        }
    }

    @inline(__always)
    private static func packed(_ name: StaticString) -> UInt64 {
        var packed: UInt64 = 0
        for index in 0..<name.utf8CodeUnitCount { packed = packed << 8 | UInt64(name.utf8Start[index]) }
        return packed
    }
}
