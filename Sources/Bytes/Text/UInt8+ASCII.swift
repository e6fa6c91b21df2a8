extension UInt8 {
    /// The upper-case hexadecimal digit of a value from 0 to 15.
    static func hexDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
    }

    /// The value of a hexadecimal digit; nil if this is not one.
    public var hexValue: UInt8? {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
        default: nil
        }
    }

    /// ASCII punctuation as CommonMark defines it (https://spec.commonmark.org/0.31.2/#ascii-punctuation-character).
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

    /// Space, tab, line feed, form feed or carriage return: ASCII whitespace in HTML (https://infra.spec.whatwg.org/#ascii-whitespace).
    @inlinable
    public var isASCIIWhitespace: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D && self != 0x0B) }

    /// The lower case of an ASCII letter; any other byte unchanged.
    @inlinable
    public var asciiLowercased: UInt8 {
        self >= UInt8(ascii: "A") && self <= UInt8(ascii: "Z") ? self | 0x20 : self
    }
}
