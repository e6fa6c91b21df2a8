import Bytes
import Paths

/// The places of a file at which its writer wants no findings: a comment with `kbgen-ignore` speaks for its own line and the next that is not empty, one with
/// `kbgen-ignore-file` for the whole file. The names of rules may follow; without any, all are meant.
public struct IgnoreComments: Sendable {
    /// What a file says in a comment, and the line on which that begins.
    public struct Comment: Sendable {
        public let text: String
        public let line: Int

        public init(text: String, line: Int) {
            self.text = text
            self.line = line
        }
    }

    private var lines: [Int: [Rule?]] = [:]
    /// What is ignored in the whole file; nil stands for every rule.
    private var wholeFile: [Rule?] = []
    /// Names that are of no rule.
    public private(set) var diagnostics: [Diagnostic] = []

    private static let mark = "kbgen-ignore"

    /// Whether a text may hold such comments at all.
    public static func mayBe(in text: [UInt8]) -> Bool {
        let mark = Array(mark.utf8)
        guard text.count >= mark.count else { return false }
        return (0...(text.count - mark.count)).contains { text[$0] == mark[0] && text[$0..<($0 + mark.count)].elementsEqual(mark) }
    }

    /// - Parameters:
    ///   - comments: of the file, in its order.
    ///   - text: the file, as UTF-8.
    ///   - file: the file that they are in.
    public init(_ comments: [Comment], in text: [UInt8], file: SourceFile) {
        let isEmpty = text.split(separator: 0x0A, omittingEmptySubsequences: false).map { $0.allSatisfy { $0 <= 0x20 } }
        for comment in comments {
            guard let words = words(of: comment, file) else { continue }
            if words.isForFile {
                wholeFile += words.rules
                continue
            }
            let last = comment.line + comment.text.split(separator: "\n", omittingEmptySubsequences: false).count - 1
            var next = last + 1
            while next <= isEmpty.count, isEmpty[next - 1] { next += 1 }
            for line in [comment.line, last, next] { lines[line, default: []] += words.rules }
        }
    }

    private mutating func words(of comment: Comment, _ file: SourceFile) -> (isForFile: Bool, rules: [Rule?])? {
        let all = comment.text.split { $0.isWhitespace || $0 == "," || $0 == ":" }.map(String.init)
        guard let first = all.first, first == Self.mark || first == Self.mark + "-file" else { return nil }
        var rules: [Rule?] = []
        for word in all.dropFirst() {
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
        return (first != Self.mark, all.count == 1 ? [nil] : rules)
    }

    /// Whether a finding in the file is not wanted.
    public func cover(_ diagnostic: Diagnostic) -> Bool {
        (wholeFile + (lines[diagnostic.position.line] ?? [])).contains { $0 == nil || $0 == diagnostic.rule }
    }
}
