/// What commands become.
extension TeXReader {
    mutating func command(_ name: String) throws(TeX.Unknown) -> Atom? {
        if let letter = Symbols.letters[name] {
            return Atom(MathML.element("mi", letter, Symbols.isUpright(letter) ? " mathvariant=\"normal\"" : ""))
        }
        if let symbol = Symbols.operators[name] {
            return Atom(MathML.operation(symbol, Symbols.fences.contains(symbol) ? " stretchy=\"false\"" : ""))
        }
        if let symbol = Symbols.large[name] { return Atom(MathML.operation(symbol), hasLimits: !Symbols.integrals.contains(name)) }
        if Symbols.functions.contains(name) { return Atom(MathML.element("mi", name)) }
        if let function = Symbols.limits[name] { return Atom(MathML.element("mo", function), hasLimits: true) }
        if let width = Symbols.spaces[name] { return width.isEmpty ? nil : Atom("<mspace width=\"\(width)\"></mspace>") }
        if let accent = Symbols.accents[name] {
            return Atom(
                MathML.element(
                    "mover", try argument() + MathML.operation(accent.mark, accent.isWide ? "" : " stretchy=\"false\""), " accent=\"true\"")
            )
        }
        if let alphabet = Alphabet.commands[name] { return Atom(try inAlphabet(alphabet)) }
        return try structure(name)
    }

    mutating func inAlphabet(_ own: Alphabet) throws(TeX.Unknown) -> String {
        // A word in upright letters is one name.
        let (start, outer) = (position, alphabet)
        if own == .upright, take(.character("{")) {
            position = start
            let word = try rawArgument()
            if word.count > 1, word.allSatisfy({ $0.isLetter || $0.isNumber }) { return MathML.element("mi", MathML.escaped(word)) }
            position = start
        }
        alphabet = own
        defer { alphabet = outer }
        return try argument()
    }

    mutating func structure(_ name: String) throws(TeX.Unknown) -> Atom? {
        if let atom = try fraction(name) { return atom }
        if let atom = try words(name) { return atom }
        if let atom = try above(name) { return atom }
        switch name {
        case "left": return Atom(try fenced())
        case "begin": return Atom(try environment())
        case "not": return Atom(MathML.operation(try negated()))
        case "pmod":
            let modulus = try argument()
            return Atom(
                MathML.row([MathML.operation("("), "<mi>mod</mi>", "<mspace width=\"0.33em\"></mspace>", modulus, MathML.operation(")")]))
        case "bmod", "mod": return Atom(MathML.element("mo", "mod", " lspace=\"0.22em\" rspace=\"0.22em\""))
        case "displaystyle", "textstyle", "scriptstyle", "nonumber", "notag", "hline": return nil
        case "label":
            _ = try rawArgument()
            return nil
        case "color":
            _ = try rawArgument()
            return nil
        case "textcolor":
            _ = try rawArgument()
            return Atom(try argument())
        case "mathop": return Atom(try argument(), hasLimits: true)
        case "mathrel", "mathbin", "mathord", "mathopen", "mathclose", "mathpunct", "mathinner": return Atom(try argument())
        case "phantom", "hphantom", "vphantom": return Atom(MathML.element("mphantom", try argument()))
        case "boxed": return Atom(MathML.element("mrow", try argument(), " class=\"kb-boxed\""))
        default: return try sized(name)
        }
    }

    /// Fractions, binomials and roots.
    mutating func fraction(_ name: String) throws(TeX.Unknown) -> Atom? {
        switch name {
        case "frac", "dfrac", "tfrac", "cfrac":
            let fraction = MathML.element("mfrac", try argument() + argument())
            return Atom(name == "frac" ? fraction : MathML.element("mstyle", fraction, " displaystyle=\"\(name != "tfrac")\""))
        case "binom", "dbinom", "tbinom":
            let inner = MathML.element("mfrac", try argument() + argument(), " linethickness=\"0\"")
            return Atom(MathML.row([MathML.operation("("), inner, MathML.operation(")")]))
        case "sqrt":
            // Browsers draw `msqrt` only with a font for formulas, which phones lack. A sign and a line are there in any font.
            var index = ""
            if take(.character("[")) {
                index = MathML.element("msup", "<mrow></mrow>" + (try list { $0 == .character("]") }), " class=\"kb-root-index\"")
                try need(.character("]"), "a closing bracket")
            }
            let radicand = MathML.element("mrow", try argument(), " class=\"kb-root\"")
            return Atom(MathML.element("mrow", index + MathML.operation("√", " form=\"prefix\" stretchy=\"true\"") + radicand))
        default: return nil
        }
    }

    /// Words within a formula.
    mutating func words(_ name: String) throws(TeX.Unknown) -> Atom? {
        switch name {
        case "text", "textrm", "textnormal", "mbox", "hbox", "textit", "textsf", "texttt":
            return Atom(MathML.element("mtext", Self.text(try rawArgument())))
        case "textbf": return Atom(MathML.element("mtext", Self.text(try rawArgument()), " class=\"kb-bold\""))
        case "operatorname": return Atom(MathML.element("mi", Self.text(try rawArgument())))
        case "tag":
            let text = Self.text(try rawArgument())
            return Atom(MathML.row(["<mspace width=\"2em\"></mspace>", MathML.element("mtext", "(\(text))")]))
        default: return nil
        }
    }

    /// What stands above or below something else.
    mutating func above(_ name: String) throws(TeX.Unknown) -> Atom? {
        switch name {
        case "overset", "stackrel":
            let above = try argument()
            return Atom(MathML.element("mover", try argument() + above))
        case "underset":
            let below = try argument()
            return Atom(MathML.element("munder", try argument() + below))
        case "overbrace": return Atom(MathML.element("mover", try argument() + MathML.operation("⏞")), hasLimits: true)
        case "underbrace": return Atom(MathML.element("munder", try argument() + MathML.operation("⏟")), hasLimits: true)
        case "underline": return Atom(MathML.element("munder", try argument() + MathML.operation("_"), " accentunder=\"true\""))
        default: return nil
        }
    }

    /// A delimiter of a size of its own.
    mutating func sized(_ name: String) throws(TeX.Unknown) -> Atom {
        let plain = name.last.map { "lrm".contains($0) } ?? false ? String(name.dropLast()) : name
        guard let size = ["big": "1.2em", "Big": "1.8em", "bigg": "2.4em", "Bigg": "3em"][plain] else {
            throw TeX.Unknown(name: "\\" + name)
        }
        return Atom(MathML.operation(try delimiter(), " minsize=\"\(size)\" maxsize=\"\(size)\""))
    }

    /// Text within a formula, in which spaces count.
    static func text(_ raw: String) -> String {
        var plain = raw.replacing("~", with: "\u{A0}").replacing("\\ ", with: "\u{A0}").replacing("$", with: "")
        for escaped in ["\\{", "\\}", "\\_", "\\%", "\\&", "\\#"] { plain = plain.replacing(escaped, with: String(escaped.dropFirst())) }
        if plain.first == " " { plain = "\u{A0}" + plain.dropFirst() }
        if plain.last == " " { plain = plain.dropLast() + "\u{A0}" }
        return MathML.escaped(plain)
    }
}
