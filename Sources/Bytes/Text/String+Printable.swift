extension String {
    /// The text in one line, with control characters replaced by U+FFFD: what strangers wrote must neither control a terminal nor begin a
    /// line of its own.
    public var printable: String { replacingControls { _ in false } }

    /// The text with control characters other than line feeds and tabs replaced by U+FFFD.
    public var printableLines: String { replacingControls { $0 == "\n" || $0 == "\t" } }

    /// The text without the characters that XML does not have (https://www.w3.org/TR/xml/#charsets).
    public var withoutXMLControls: String {
        guard unicodeScalars.contains(where: { !$0.isXML }) else { return self }
        return String(String.UnicodeScalarView(unicodeScalars.filter(\.isXML)))
    }

    private func replacingControls(except isAllowed: (Unicode.Scalar) -> Bool) -> String {
        guard unicodeScalars.contains(where: { $0.isControl && !isAllowed($0) }) else { return self }
        return String(String.UnicodeScalarView(unicodeScalars.map { $0.isControl && !isAllowed($0) ? "\u{FFFD}" : $0 }))
    }
}

extension Unicode.Scalar {
    /// C0 and C1, which terminals obey, and the marks by which a text's direction changes for what follows it.
    fileprivate var isControl: Bool {
        value < 0x20 || (0x7F...0x9F).contains(value) || (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value)
    }

    /// Whether XML has the character.
    public var isXML: Bool { value >= 0x20 ? value != 0xFFFE && value != 0xFFFF : value == 9 || value == 10 || value == 13 }
}
