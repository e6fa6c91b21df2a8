import Bytes

/// The bytes at which an inline extension may begin: `&`, `*`, `:`, `@`, `W`, `[`, `_`, `w`, `{`, `~` and the masks.
struct InlineTriggers {
    private let ascii = ASCIISet("&*:@W[_w{~".utf8 + [EscapeMask.maskedLessThan])

    @inline(__always)
    func contains(_ byte: UInt8) -> Bool { ascii.contains(byte) || EscapeMask.isLead(byte) }

    /// Whether an inline extension may begin in a range of a document's text storage. In most texts none does.
    func mayOccur(in range: TextRange, of storage: [UInt8]) -> Bool {
        storage.withUnsafeBufferPointer { bytes in
            let end = Int(range.end)
            var index = Int(range.start)
            while true {
                index = bytes.firstIndex(in: index..<end) { $0.inlineTriggers }
                guard index < end else { return false }
                if contains(bytes[index]), Self.mayBegin(bytes[index], next: index + 1 < end ? bytes[index + 1] : 0) { return true }
                index += 1
            }
        }
    }

    /// Whether a trigger may begin something, judged by the byte after it.
    private static func mayBegin(_ trigger: UInt8, next: UInt8) -> Bool {
        switch trigger {
        case UInt8(ascii: "w"), UInt8(ascii: "W"): next == trigger
        case .colon: next != 0 && !next.isASCIIWhitespace
        case .openBracket: next == .caret
        case .openBrace: next == .openBrace || next == .percent
        case .ampersand: next == .hash
        default: true
        }
    }
}

extension ByteBlock {
    /// The bytes that may be inline triggers. Each test covers several characters and lets some that are not triggers pass.
    @inline(__always)
    fileprivate var inlineTriggers: SIMDMask<SIMD16<Int8>> {
        // `W`, `_` and `w`.
        var found = bytes(0x57, ignoring: 0x28)
        // `[` and `{`.
        found .|= bytes(0x5B, ignoring: 0x20)
        // `*` and `:`.
        found .|= bytes(0x2A, ignoring: 0x10)
        // U+0001 and `@`; also NUL and `A`.
        found .|= bytes(0, ignoring: 0x41)
        found .|= bytes(.ampersand)
        found .|= bytes(.tilde)
        found .|= bytes(EscapeMask.lead)
        found .|= bytes(EscapeMask.ownLead)
        found .|= bytes(EscapeMask.joinerLead)
        return found
    }
}
