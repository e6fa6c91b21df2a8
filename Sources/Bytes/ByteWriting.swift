/// UTF-8 output is built in `[UInt8]`; these are the only ways in which the stages write to it.
extension Array where Element == UInt8 {
    /// Appends a literal of the source code, as UTF-8.
    @inlinable
    public mutating func write(_ literal: StaticString) {
        append(contentsOf: UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
    }

    /// Appends the UTF-8 of `string`, unescaped.
    public mutating func write(utf8 string: String) {
        var string = string
        string.withUTF8 { append(contentsOf: $0) }
    }

    /// Appends a decimal number.
    public mutating func write(number: Int) {
        if number < 0 { append(UInt8(ascii: "-")) }
        var digits: [UInt8] = []
        var rest = number.magnitude
        repeat {
            digits.append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
        } while rest > 0
        append(contentsOf: digits.reversed())
    }

    /// Appends UTF-8 text with `&`, `<`, `>` and `"` as HTML character references, as libcmark's own renderer does:
    /// right in text and in double-quoted attributes.
    public mutating func write(escaping text: ArraySlice<UInt8>) {
        text.withUnsafeBufferPointer { writeEscaped($0) }
    }

    /// The same for an array.
    public mutating func write(escaping text: [UInt8]) {
        text.withUnsafeBufferPointer { writeEscaped($0) }
    }

    /// The same for a `String`.
    public mutating func write(escaping text: String) {
        var text = text
        text.withUTF8 { writeEscaped($0) }
    }

    private mutating func writeEscaped(_ text: UnsafeBufferPointer<UInt8>) {
        var start = 0
        while true {
            // `"` and `&` differ in one bit, and so do `<` and `>`.
            let index = text.firstIndex(in: start..<text.count) {
                $0.bytes(UInt8(ascii: "\""), ignoring: 0x04) .| $0.bytes(UInt8(ascii: "<"), ignoring: 0x02)
            }
            guard index < text.count else { break }
            append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
            writeReference(text[index])
            start = index + 1
        }
        append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
    }

    private mutating func writeReference(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "&"): write("&amp;")
        case UInt8(ascii: "<"): write("&lt;")
        case UInt8(ascii: ">"): write("&gt;")
        default: write("&quot;")
        }
    }

    /// Appends a URL in which everything outside the characters that RFC 3986 allows in a whole address is percent-encoded
    /// and `&` and `'` are character references. Existing `%` are kept: the rule of libcmark's HTML renderer.
    public mutating func write(href url: String) {
        var url = url
        url.withUTF8 { bytes in
            for byte in bytes {
                switch byte {
                case UInt8(ascii: "&"): write("&amp;")
                case UInt8(ascii: "'"): write("&#x27;")
                case _ where byte.isAddressSafe: append(byte)
                default: write(percentEncoded: byte)
                }
            }
        }
    }

    /// Appends one path segment or path (its `/` stay) as it stands in a URL: `%`, `#`, `?`, spaces and all that is not
    /// unreserved in RFC 3986 are percent-encoded, but letters of other scripts too, so that the result is ASCII.
    public mutating func write(pathEncoding path: UnsafeBufferPointer<UInt8>) {
        for byte in path {
            if byte.isPathSafe { append(byte) } else { write(percentEncoded: byte) }
        }
    }

    /// The same for a `String`.
    public mutating func write(pathEncoding path: String) {
        var path = path
        path.withUTF8 { write(pathEncoding: $0) }
    }

    private mutating func write(percentEncoded byte: UInt8) {
        append(UInt8(ascii: "%"))
        append(UInt8.hexDigit(byte >> 4))
        append(UInt8.hexDigit(byte & 15))
    }
}

extension UInt8 {
    /// One upper-case hexadecimal digit for a value of 0 to 15.
    static func hexDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
    }

    /// The number that a hexadecimal digit stands for, or nil.
    public var hexValue: UInt8? {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
        default: nil
        }
    }

    /// ASCII punctuation, as CommonMark defines it.
    @inlinable
    public var isASCIIPunctuation: Bool { self > 0x20 && self < 0x7F && !isASCIIAlphanumeric }

    /// An ASCII letter or digit.
    @inlinable
    public var isASCIIAlphanumeric: Bool { isASCIILetter || isASCIIDigit }

    /// An ASCII letter.
    @inlinable
    public var isASCIILetter: Bool {
        let lower = self | 0x20
        return lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z")
    }

    /// An ASCII digit.
    @inlinable
    public var isASCIIDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }

    /// Space, tab, line feed, form feed or carriage return: HTML's ASCII white space.
    @inlinable
    public var isASCIIWhitespace: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D && self != 0x0B) }

    /// An ASCII letter in lower case; any other byte as it is.
    @inlinable
    public var asciiLowercased: UInt8 {
        self >= UInt8(ascii: "A") && self <= UInt8(ascii: "Z") ? self | 0x20 : self
    }

    fileprivate var isAddressSafe: Bool {
        if isASCIIAlphanumeric { return true }
        switch self {
        case UInt8(ascii: "!"), UInt8(ascii: "#"), UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "("),
            UInt8(ascii: ")"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: ","), UInt8(ascii: "-"),
            UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "="),
            UInt8(ascii: "?"), UInt8(ascii: "@"), UInt8(ascii: "_"), UInt8(ascii: "~"):
            return true
        default: return false
        }
    }

    fileprivate var isPathSafe: Bool {
        if isASCIIAlphanumeric { return true }
        switch self {
        case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "_"), UInt8(ascii: "~"),
            UInt8(ascii: "+"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: ","), UInt8(ascii: "!"),
            UInt8(ascii: "@"):
            return true
        default: return false
        }
    }
}
