import Bytes

/// A run of `~`, `*` or `_` that libcmark left as text. The terms are CommonMark's: https://spec.commonmark.org/0.30/#delimiter-run
struct DelimiterRun {
    let character: UInt8
    let count: Int
    let canOpen: Bool
    let canClose: Bool

    /// - Parameters:
    ///   - before: the byte before the run.
    ///   - after: the byte after the run.
    init(_ character: UInt8, count: Int, before: UInt8, after: UInt8) {
        self.character = character
        self.count = count
        canOpen = Self.canOpen(character, before, after)
        canClose = Self.canClose(character, count, before, after)
    }

    /// The kind of node that the run and one like it enclose.
    var nodeKind: Node.Kind { character == .tilde ? .strikethrough : count == 2 ? .strong : .emphasis }

    /// GFM's rule for `~`. A `*` or `_` that libcmark left opens before anything that is not white space.
    private static func canOpen(_ character: UInt8, _ before: UInt8, _ after: UInt8) -> Bool {
        guard !after.isASCIIWhitespace else { return false }
        switch character {
        case .tilde: return !after.isASCIIPunctuation || before.isASCIIWhitespace || before.isASCIIPunctuation
        case .underscore: return !before.isASCIIAlphanumeric
        default: return true
        }
    }

    /// GitBook also closes bold after a space if a word follows: `**text **word`.
    private static func canClose(_ character: UInt8, _ count: Int, _ before: UInt8, _ after: UInt8) -> Bool {
        if before.isASCIIWhitespace { return character == .asterisk && count == 2 && !after.isASCIIWhitespace }
        switch character {
        case .tilde: return !before.isASCIIPunctuation || after.isASCIIWhitespace || after.isASCIIPunctuation
        case .underscore: return !after.isASCIIAlphanumeric
        default: return true
        }
    }
}
