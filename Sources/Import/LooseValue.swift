/// A value of JSON, or of a literal in JavaScript or TypeScript: what settings and sidebars of other programs are written in. What is no literal,
/// such as a function, is `.other`.
package indirect enum LooseValue: Sendable, Equatable {
    case string(String)
    case number(Double)
    case bool(Bool)
    case null
    case list([LooseValue])
    /// In the order of the text.
    case object([Member])
    case other

    package struct Member: Sendable, Equatable {
        package let key: String
        package let value: LooseValue
    }

    package var string: String? {
        switch self {
        case .string(let text): text
        case .number(let number): number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
        default: nil
        }
    }

    package var elements: [LooseValue]? { if case .list(let values) = self { values } else { nil } }
    package var members: [Member]? { if case .object(let members) = self { members } else { nil } }
    package var isTrue: Bool { self == .bool(true) }

    /// The value of a key of an object; the last one where there are several.
    package subscript(key: String) -> LooseValue? { members?.last { $0.key == key }?.value }

    /// The text of the first of some keys that has one.
    func text(_ keys: String...) -> String? { keys.lazy.compactMap { self[$0]?.string }.first }
}

extension LooseValue {
    /// Reads JSON, with comments and commas at the end of lists. Nil for anything else.
    package init?(json text: String) {
        var reader = LiteralReader(text)
        let value = reader.value()
        if value == .other { return nil }
        self = value
    }

    /// The object that a settings file in JavaScript or TypeScript exports; nil if it exports none that can be read.
    package init?(script text: String) {
        for mark in ["export default", "module.exports", "exports ="] {
            var search = text[...]
            while let range = search.firstRange(of: mark) {
                var reader = LiteralReader(text)
                reader.move(to: range.upperBound)
                let value = reader.exported()
                if value.members != nil { self = value } else { search = search[range.upperBound...]; continue }
                return
            }
        }
        return nil
    }
}
