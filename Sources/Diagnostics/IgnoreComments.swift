import Bytes
import Paths

/// The comments in a file that suppress diagnostics. A comment that begins with `kbgen-ignore` applies to its first and last line and to
/// the next line that is not blank, one with `kbgen-ignore-file` to the whole file. Names of rules may follow; without any, it applies to
/// all rules.
public struct IgnoreComments: Sendable {
    /// A comment in a file, and the line on which its text begins, counted from 1.
    public struct Comment: Sendable {
        public let text: String
        public let line: Int

        public init(text: String, line: Int) {
            self.text = text
            self.line = line
        }
    }

    /// The rules to ignore by line; nil stands for every rule.
    private var lines: [Int: [Rule?]] = [:]
    /// The rules to ignore in the whole file; nil stands for every rule.
    private var wholeFile: [Rule?] = []
    /// Reports of names that are not rules.
    public private(set) var diagnostics: [Diagnostic] = []

    private static let keyword = "kbgen-ignore"

    /// Whether a file may contain such comments: a quick test of its bytes.
    public static func mayOccur(in source: [UInt8]) -> Bool {
        let keyword = Array(keyword.utf8)
        guard source.count >= keyword.count else { return false }
        return (0...(source.count - keyword.count)).contains {
            source[$0] == keyword[0] && source[$0..<($0 + keyword.count)].elementsEqual(keyword)
        }
    }

    /// - Parameters:
    ///   - comments: the comments of the file, in order.
    ///   - source: the content of the file, as UTF-8.
    ///   - file: the file.
    public init(_ comments: [Comment], in source: [UInt8], file: SourceFile) {
        let isBlank = source.split(separator: 0x0A, omittingEmptySubsequences: false).map { $0.allSatisfy { $0 <= 0x20 } }
        for comment in comments {
            guard let directive = directive(in: comment, file) else { continue }
            if directive.isForFile {
                wholeFile += directive.rules
                continue
            }
            let last = comment.line + comment.text.split(separator: "\n", omittingEmptySubsequences: false).count - 1
            var next = last + 1
            while next <= isBlank.count, isBlank[next - 1] { next += 1 }
            for line in [comment.line, last, next] { lines[line, default: []] += directive.rules }
        }
    }

    private mutating func directive(in comment: Comment, _ file: SourceFile) -> (isForFile: Bool, rules: [Rule?])? {
        let words = comment.text.split { $0.isWhitespace || $0 == "," || $0 == ":" }.map(String.init)
        guard let first = words.first, first == Self.keyword || first == Self.keyword + "-file" else { return nil }
        var rules: [Rule?] = []
        for word in words.dropFirst() {
            if let rule = Rule(rawValue: word) {
                rules.append(rule)
            } else {
                let nearest = Rule.allCases.map(\.rawValue).nearest(to: word)
                diagnostics.append(
                    Diagnostic(
                        .settingUnknown, in: file, at: SourcePosition(line: comment.line, column: 1),
                        "there is no rule “\(word)” to be ignored",
                        help: nearest.map { "did you mean “\($0)”?" } ?? "name rules, with spaces between them"))
            }
        }
        return (first != Self.keyword, words.count == 1 ? [nil] : rules)
    }

    /// Whether a diagnostic in the file is suppressed.
    public func suppresses(_ diagnostic: Diagnostic) -> Bool {
        (wholeFile + (lines[diagnostic.position.line] ?? [])).contains { $0 == nil || $0 == diagnostic.rule }
    }
}
