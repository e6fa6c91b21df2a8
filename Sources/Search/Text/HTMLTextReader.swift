import Bytes

/// Reads the HTML of a page's body, as kbgen's own renderer writes it, and reports its text by field and section.
struct HTMLTextReader {
    /// The kind of element that a text is in.
    enum Field {
        case body, heading
        /// The `<summary>` of a `<details>`.
        case summary
        /// Inline code.
        case code
        case codeBlock
        /// The alternative text of an image.
        case altText
    }

    enum Event {
        /// A section begins at the element with this id.
        case section(String)
        /// The title of the section that began last, as plain text in one line. A heading's text is reported before, in pieces.
        case title(String)
        /// UTF-8 without tags and character references. Words may continue in the next piece.
        case text(UnsafeBufferPointer<UInt8>, Field)
        /// A decoded character reference. The characters that kbgen escapes are never part of a word.
        case reference(String, Field)
        /// The start or end of an element that separates words.
        case boundary
        /// The end of a line of a code block, or of inline code.
        case codeEnd
    }

    private let html: UnsafeBufferPointer<UInt8>
    private let sectionTitles: [String: String]
    private var isInHeading = false
    private var headingHTML: [UInt8] = []
    private var codeDepth = 0
    private var codeBlockDepth = 0
    private var summaryDepth = 0

    /// - Parameters:
    ///   - html: UTF-8.
    ///   - sectionTitles: the titles of sections that don't begin with a heading, by the id of the element that they begin with.
    static func read(_ html: [UInt8], sectionTitles: [String: String], _ report: (Event) -> Void) {
        html.withUnsafeBufferPointer { bytes in
            var reader = HTMLTextReader(html: bytes, sectionTitles: sectionTitles)
            reader.read(report)
        }
    }

    private init(html: UnsafeBufferPointer<UInt8>, sectionTitles: [String: String]) {
        self.html = html
        self.sectionTitles = sectionTitles
    }

    private mutating func read(_ report: (Event) -> Void) {
        var index = 0
        while index < html.count {
            switch html[index] {
            case UInt8(ascii: "<"): index = readTag(index + 1, report)
            case UInt8(ascii: "&"): index = readReference(index, report)
            default:
                var end = index + 1
                while end < html.count, html[end] != UInt8(ascii: "<"), html[end] != UInt8(ascii: "&"),
                    codeBlockDepth == 0 || html[end] != 0x0A
                { end += 1 }
                readText(index..<end, report)
                if codeBlockDepth > 0, end < html.count, html[end] == 0x0A { report(.codeEnd) }
                index = end
            }
        }
        report(.codeEnd)
    }

    private var field: Field {
        if isInHeading { return .heading }
        if codeBlockDepth > 0 { return .codeBlock }
        return codeDepth > 0 ? .code : summaryDepth > 0 ? .summary : .body
    }

    private mutating func readText(_ range: Range<Int>, _ report: (Event) -> Void) {
        let text = UnsafeBufferPointer(rebasing: html[range])
        if isInHeading { headingHTML.append(contentsOf: text) }
        report(.text(text, field))
    }

    private func reportAltText(_ value: UnsafeBufferPointer<UInt8>, _ report: (Event) -> Void) {
        var remaining = value[...]
        while !remaining.isEmpty {
            let text = remaining.prefix { $0 != UInt8(ascii: "&") }
            report(.text(UnsafeBufferPointer(rebasing: text), .altText))
            remaining = remaining[text.endIndex...]
            guard let end = remaining.firstIndex(of: UInt8(ascii: ";")) else { return }
            report(.reference(Self.text(ofReference: UnsafeBufferPointer(rebasing: remaining[...end])), .altText))
            remaining = remaining[(end + 1)...]
        }
    }

    /// - Returns: the index after the reference.
    private mutating func readReference(_ start: Int, _ report: (Event) -> Void) -> Int {
        var end = start + 1
        while end < html.count, end - start < 10, html[end] != UInt8(ascii: ";") { end += 1 }
        end = min(end + 1, html.count)
        if isInHeading { headingHTML.append(contentsOf: html[start..<end]) }
        report(.reference(Self.text(ofReference: UnsafeBufferPointer(rebasing: html[start..<end])), field))
        return end
    }

    // MARK: Tags

    /// - Parameter start: the index after the `<`.
    /// - Returns: the index after the tag.
    private mutating func readTag(_ start: Int, _ report: (Event) -> Void) -> Int {
        let isEndTag = start < html.count && html[start] == UInt8(ascii: "/")
        let nameStart = isEndTag ? start + 1 : start
        var nameEnd = nameStart
        while nameEnd < html.count, html[nameEnd].isASCIIAlphanumeric { nameEnd += 1 }
        var end = nameEnd
        while end < html.count, html[end] != UInt8(ascii: ">") { end += 1 }
        let name = html[nameStart..<nameEnd]
        let attributes = nameEnd..<end
        if ElementKind(name) != .inline { report(.boundary) }
        isEndTag ? close(name, report) : open(name, attributes, report)
        return min(end + 1, html.count)
    }

    private mutating func open(_ name: Slice<UnsafeBufferPointer<UInt8>>, _ attributes: Range<Int>, _ report: (Event) -> Void) {
        switch ElementKind(name) {
        case .pre: codeBlockDepth += 1
        case .code: codeDepth += 1
        case .summary: summaryDepth += 1
        case .image:
            if let text = value("alt", attributes) {
                reportAltText(text, report)
                report(.boundary)
            }
        case .heading, .inline, .other: break
        }
        guard attributes.count > 4, let id = value("id", attributes).map({ String(decoding: $0, as: UTF8.self) }) else { return }
        if ElementKind(name) == .heading {
            isInHeading = true
            headingHTML.removeAll(keepingCapacity: true)
            report(.section(id))
        } else if !sectionTitles.isEmpty, let title = sectionTitles[id] {
            report(.section(id))
            report(.title(title))
        }
    }

    private mutating func close(_ name: Slice<UnsafeBufferPointer<UInt8>>, _ report: (Event) -> Void) {
        switch ElementKind(name) {
        case .pre:
            codeBlockDepth = max(0, codeBlockDepth - 1)
            report(.codeEnd)
        case .code:
            codeDepth = max(0, codeDepth - 1)
            if codeBlockDepth == 0 { report(.codeEnd) }
        case .summary: summaryDepth = max(0, summaryDepth - 1)
        case .heading where isInHeading:
            isInHeading = false
            report(.title(Self.plainText(headingHTML)))
        case .heading, .inline, .image, .other: break
        }
    }

    /// The value of an attribute, still escaped. Values are in double quotes.
    private func value(_ name: StaticString, _ attributes: Range<Int>) -> UnsafeBufferPointer<UInt8>? {
        let length = name.utf8CodeUnitCount
        var index = attributes.lowerBound
        while index + length + 2 < attributes.upperBound {
            // Skip the value of another attribute.
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

    /// The references that kbgen writes, and what they stand for.
    private static let references: [(reference: [UInt8], character: UInt8)] = [
        (Array("&lt;".utf8), 0x3C), (Array("&gt;".utf8), 0x3E), (Array("&quot;".utf8), 0x22), (Array("&#x27;".utf8), 0x27),
        (Array("&amp;".utf8), 0x26),
    ]

    /// What a reference stands for; itself, if kbgen does not write it.
    private static func text(ofReference bytes: UnsafeBufferPointer<UInt8>) -> String {
        let known = references.first { bytes.elementsEqual($0.reference) }
        return known.map { String(UnicodeScalar($0.character)) } ?? String(decoding: bytes, as: UTF8.self)
    }

    /// The text of a heading without tags, with its references decoded, in one line.
    private static func plainText(_ html: [UInt8]) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(html.count)
        var index = 0
        while index < html.count {
            let byte = html[index]
            if byte == UInt8(ascii: "&"), let known = references.first(where: { html[index...].starts(with: $0.reference) }) {
                text.append(known.character)
                index += known.reference.count
                continue
            }
            index += 1
            let isSpace = byte == 0x20 || byte == 0x0A
            if !isSpace { text.append(byte) } else if let last = text.last, last != 0x20 { text.append(0x20) }
        }
        if text.last == 0x20 { text.removeLast() }
        return String(decoding: text, as: UTF8.self)
    }
}

private enum ElementKind {
    case pre, code, summary, image, heading
    /// An element that doesn't separate words.
    case inline
    case other

    init(_ name: Slice<UnsafeBufferPointer<UInt8>>) {
        // Names are compared as integers, which is faster than as strings.
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
