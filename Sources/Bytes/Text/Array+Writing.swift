/// Output is built as UTF-8 in `[UInt8]`. All stages write to it with these methods.
extension Array where Element == UInt8 {
    /// Appends a string literal.
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
    public mutating func write(number: Int) { write(utf8: String(number)) }

    /// Appends UTF-8 text with `&`, `<`, `>` and `"` as HTML character references, as libcmark's own renderer does. The result is valid in
    /// text and in double-quoted attributes.
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

    /// Appends a URL for an HTML attribute. Bytes that RFC 3986 does not allow in a URL are percent-encoded, and `&` and `'` become
    /// character references. A `%` stays as it is: this is the rule of libcmark's HTML renderer. A `#` within a fragment is encoded, too.
    public mutating func write(href url: String) {
        var url = url
        var isInFragment = false
        url.withUTF8 { bytes in
            for byte in bytes {
                switch byte {
                case UInt8(ascii: "#"):
                    isInFragment ? write(percentEncoded: byte) : append(byte)
                    isInFragment = true
                case UInt8(ascii: "&"): write("&amp;")
                case UInt8(ascii: "'"): write("&#x27;")
                case _ where byte.isURLSafe: append(byte)
                default: write(percentEncoded: byte)
                }
            }
        }
    }

    /// Appends a path as it is written in a URL: `/` stays, and everything that is not allowed in a path segment is percent-encoded,
    /// including `%`, `#`, `?`, spaces and all bytes outside ASCII.
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

private let urlSafe = ASCIISet("!#$%()*+,-./:;=?@_~".utf8)
private let pathSafe = ASCIISet("-./_~+(),!@".utf8)

extension UInt8 {
    fileprivate var isURLSafe: Bool { isASCIIAlphanumeric || urlSafe.contains(self) }
    fileprivate var isPathSafe: Bool { isASCIIAlphanumeric || pathSafe.contains(self) }
}
