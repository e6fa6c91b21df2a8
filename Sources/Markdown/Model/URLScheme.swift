import Bytes

/// Schemes of URLs.
public enum URLScheme {
    /// The schemes of links that are written into pages. Others may run code, or start programs of the reader's.
    public static let allowed = ["http", "https", "mailto", "tel", "sms", "ftp"]

    /// Schemes that run code in the page, or name what only the writer's machine has. Nobody can allow them.
    public static let forbidden = ["javascript", "vbscript", "data", "blob", "file"]
}

extension String {
    /// The scheme of an absolute URL in lower case, or nil. As in browsers, control characters and spaces in it are skipped.
    public var scheme: String? {
        var scheme: [UInt8] = []
        for byte in utf8 {
            switch byte {
            case .colon: return scheme.count > 1 ? String(decoding: scheme, as: UTF8.self) : nil
            case _ where byte.isASCIILetter: scheme.append(byte.asciiLowercased)
            case UInt8(ascii: "0")...UInt8(ascii: "9"), .plus, .hyphen, .dot:
                if scheme.isEmpty { return nil }
                scheme.append(byte)
            case 0...0x20: continue
            default: return nil
            }
        }
        return nil
    }
}
