import Bytes

/// Schemes of URLs.
public enum URLScheme {
    /// Whether addresses with a scheme run code or lead outside the web.
    public static func isUnsafe(_ scheme: String) -> Bool {
        ["javascript", "vbscript", "data", "file", "blob"].contains(scheme)
    }
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
