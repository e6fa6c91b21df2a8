/// The places of a file at which its writer wants no findings: a comment with `kbgen-ignore` speaks for its own line and the next that is not empty, one with
/// `kbgen-ignore-file` for the whole file. The names of rules may follow; without any, all are meant.
public struct IgnoreComments: Sendable {
    private var lines: [Int: [Rule?]] = [:]
    private var file: [Rule?] = []

    private static let mark = Array("kbgen-ignore".utf8)

    /// - Parameter text: the file, as UTF-8.
    public init(in text: [UInt8]) {
        guard text.contains(mark: Self.mark) else { return }
        var open: [Rule?] = []
        for (index, line) in text.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            let isEmpty = line.allSatisfy { $0 <= 0x20 }
            if !open.isEmpty, !isEmpty {
                lines[index + 1, default: []] += open
                open = []
            }
            guard let words = Self.words(of: line) else { continue }
            let rules: [Rule?] = words.rules.isEmpty ? [nil] : words.rules
            if words.isForFile {
                file += rules
            } else {
                lines[index + 1, default: []] += rules
                open = rules
            }
        }
    }

    private static func words(of line: ArraySlice<UInt8>) -> (isForFile: Bool, rules: [Rule])? {
        guard let start = line.start(of: mark) else { return nil }
        let rest = String(decoding: line[(start + mark.count)...], as: UTF8.self)
        let isForFile = rest.hasPrefix("-file")
        // Up to the comment's end, whatever language it is in.
        let words = rest.dropFirst(isForFile ? 5 : 0).split { $0.isWhitespace || $0 == "," || $0 == ":" }.prefix { !$0.hasPrefix("--") && !$0.hasPrefix("}") && !$0.hasPrefix("*/") }
        return (isForFile, words.compactMap { Rule(rawValue: String($0)) })
    }

    /// Whether a finding in the file is not wanted.
    public func cover(_ diagnostic: Diagnostic) -> Bool {
        (file + (lines[diagnostic.position.line] ?? [])).contains { $0 == nil || $0 == diagnostic.rule }
    }
}

extension RandomAccessCollection where Element == UInt8, Index == Int {
    fileprivate func start(of mark: [UInt8]) -> Int? {
        guard count >= mark.count, let first = mark.first else { return nil }
        return indices.dropLast(mark.count - 1).first { self[$0] == first && self[$0..<($0 + mark.count)].elementsEqual(mark) }
    }

    fileprivate func contains(mark: [UInt8]) -> Bool { start(of: mark) != nil }
}
