import Bytes

/// Formulas in TeX as MathML Core (https://www.w3.org/TR/mathml-core/), which browsers show by themselves: the part of LaTeX that manuals and wikis use.
public enum TeX {
    /// A formula as a `math` element; nil with the name of what is not known, or of what is missing.
    /// - Parameters:
    ///   - source: TeX without the dollar signs around it.
    ///   - isDisplay: whether it stands on a line of its own.
    public static func mathML(_ source: String, isDisplay: Bool) -> Result<String, Unknown> {
        var reader = TeXReader(source)
        do throws(Unknown) {
            let body = try reader.formula()
            let attributes = isDisplay ? " display=\"block\"" : ""
            return .success(
                "<math\(attributes) alttext=\"\(MathML.escaped(source.split(whereSeparator: \.isWhitespace).joined(separator: " ")))\">\(body)</math>"
            )
        } catch {
            return .failure(error)
        }
    }

    /// What keeps a formula from being read.
    public struct Unknown: Error, Equatable {
        /// A command such as `\foo`, or a description such as “a closing brace”.
        public let name: String
    }
}

/// Pieces of MathML as text.
enum MathML {
    static func escaped(_ text: some StringProtocol) -> String {
        var out: [UInt8] = []
        out.write(escaping: String(text))
        return String(decoding: out, as: UTF8.self)
    }

    static func element(_ name: String, _ content: String, _ attributes: String = "") -> String {
        "<\(name)\(attributes)>\(content)</\(name)>"
    }

    static func operation(_ text: some StringProtocol, _ attributes: String = "") -> String { element("mo", escaped(text), attributes) }

    /// Some pieces as one: a single one as it is.
    static func row(_ pieces: [String]) -> String { pieces.count == 1 ? pieces[0] : element("mrow", pieces.joined()) }
}
