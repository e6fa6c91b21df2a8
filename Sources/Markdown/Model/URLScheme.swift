import Bytes

/// Schemes of URLs.
public enum URLScheme {
    /// Whether an address of this scheme runs, or opens what is not of the web.
    public static func isUnsafe(_ scheme: String) -> Bool {
        ["javascript", "vbscript", "data", "file", "blob"].contains(scheme)
    }
}

extension String {
    /// The scheme of an absolute URL in lower case, read as browsers do: control characters and spaces within are skipped.
    public var scheme: String? {
        var scheme: [UInt8] = []
        for byte in utf8 {
            switch byte {
            case UInt8(ascii: ":"): return scheme.count > 1 ? String(decoding: scheme, as: UTF8.self) : nil
            case _ where byte.isASCIILetter: scheme.append(byte.asciiLowercased)
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
                if scheme.isEmpty { return nil }
                scheme.append(byte)
            case 0...0x20: continue
            default: return nil
            }
        }
        return nil
    }
}
