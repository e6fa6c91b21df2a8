/// Delimiters and environments.
extension TeXReader {
    mutating func delimiter() throws(TeX.Unknown) -> String {
        switch take() {
        case .character("."): return ""
        case .character("<"): return "⟨"
        case .character(">"): return "⟩"
        case .character(let character): return String(character)
        case .command(let name):
            if let symbol = Symbols.operators[name] { return symbol }
            throw TeX.Unknown(name: "\\" + name)
        case .end: throw TeX.Unknown(name: "a delimiter")
        }
    }

    /// `\left( … \right)`
    mutating func fenced() throws(TeX.Unknown) -> String {
        var pieces = [MathML.operation(try delimiter(), " fence=\"true\" form=\"prefix\"")]
        while true {
            pieces.append(try list { $0 == .command("right") || $0 == .command("middle") })
            if take(.command("middle")) {
                pieces.append(MathML.operation(try delimiter(), " fence=\"true\" form=\"infix\""))
            } else {
                try need(.command("right"), "\\right")
                pieces.append(MathML.operation(try delimiter(), " fence=\"true\" form=\"postfix\""))
                return MathML.element("mrow", pieces.joined())
            }
        }
    }

    /// `\begin{…} … \end{…}`
    mutating func environment() throws(TeX.Unknown) -> String {
        let name = try rawArgument()
        let kind = name.last == "*" ? String(name.dropLast()) : name
        var align: [String] = []
        if kind == "array" || kind == "alignedat" || kind == "alignat" {
            align = try rawArgument().compactMap { ["l": "left", "c": "center", "r": "right"][$0] }
        }
        let rows = try cells { $0 == .command("end") }
        try need(.command("end"), "\\end{\(name)}")
        guard try rawArgument() == name else { throw TeX.Unknown(name: "\\end{\(name)}") }
        func between(_ open: String, _ close: String, _ table: String) -> String {
            let left = open.isEmpty ? "" : MathML.operation(open, " fence=\"true\" form=\"prefix\"")
            let right = close.isEmpty ? "" : MathML.operation(close, " fence=\"true\" form=\"postfix\"")
            return MathML.element("mrow", left + table + right)
        }
        switch kind {
        case "matrix", "smallmatrix": return Self.table(rows)
        case "array": return Self.table(rows, align: align)
        case "pmatrix": return between("(", ")", Self.table(rows))
        case "bmatrix": return between("[", "]", Self.table(rows))
        case "Bmatrix": return between("{", "}", Self.table(rows))
        case "vmatrix": return between("|", "|", Self.table(rows))
        case "Vmatrix": return between("‖", "‖", Self.table(rows))
        case "cases": return between("{", "", Self.table(rows, align: ["left"]))
        case "aligned", "align", "split", "alignedat", "alignat", "eqnarray":
            return Self.table(rows, " displaystyle=\"true\"", align: ["right", "left"])
        case "gathered", "gather", "equation", "multline", "displaymath", "math": return Self.table(rows, " displaystyle=\"true\"")
        default: throw TeX.Unknown(name: "\\begin{\(name)}")
        }
    }

    /// What `\not` strikes through.
    mutating func negated() throws(TeX.Unknown) -> String {
        switch take() {
        case .character("="): return "≠"
        case .character("<"): return "≮"
        case .character(">"): return "≯"
        case .command(let name):
            guard let symbol = Symbols.operators[name] else { throw TeX.Unknown(name: "\\not\\" + name) }
            return symbol + "\u{338}"
        case .character(let character): return String(character) + "\u{338}"
        case .end: throw TeX.Unknown(name: "something after “\\not”")
        }
    }
}
