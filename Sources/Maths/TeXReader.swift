/// Reads a formula from the left to the right. Nothing is read twice, and nesting is bounded.
struct TeXReader {
    let text: [Character]
    var position = 0
    var depth = 0
    static let maxDepth = 40
    /// The style of letters that `\mathbf` and its like set.
    var alphabet = Alphabet.italic

    init(_ source: String) { text = Array(source) }

    // MARK: Tokens

    enum Token: Equatable {
        case command(String)
        case character(Character)
        case end
    }

    func peek() -> (token: Token, next: Int) {
        var index = position
        while index < text.count, text[index].isWhitespace || text[index] == "%" {
            // A comment goes to the end of its line.
            if text[index] == "%" { while index < text.count, !text[index].isNewline { index += 1 } } else { index += 1 }
        }
        guard index < text.count else { return (.end, index) }
        guard text[index] == "\\", index + 1 < text.count else { return (.character(text[index]), index + 1) }
        let name = text[(index + 1)...].prefix { $0.isASCII && $0.isLetter }
        if name.isEmpty { return (.command(String(text[index + 1])), index + 2) }
        let isStarred = name.endIndex < text.count && text[name.endIndex] == "*" && ["operatorname", "tag"].contains(String(name))
        return (.command(String(name)), name.endIndex + (isStarred ? 1 : 0))
    }

    mutating func take() -> Token {
        let (token, next) = peek()
        position = next
        return token
    }

    mutating func take(_ token: Token) -> Bool {
        let found = peek()
        guard found.token == token else { return false }
        position = found.next
        return true
    }

    mutating func need(_ token: Token, _ name: String) throws(TeX.Unknown) {
        guard take(token) else { throw TeX.Unknown(name: name) }
    }

    // MARK: Lists

    /// The whole formula.
    mutating func formula() throws(TeX.Unknown) -> String {
        let body = try rows { $0 == .end }
        guard take() == .end else { throw TeX.Unknown(name: "an opening brace, or a “\\left”") }
        return body
    }

    /// What stands before an end, in one row or, with `\\` between them, in several.
    mutating func rows(until isEnd: (Token) -> Bool) throws(TeX.Unknown) -> String {
        let table = try cells(until: isEnd)
        return table.count == 1 && table[0].count == 1
            ? table[0][0] : Self.table(table, " displaystyle=\"true\"", align: ["right", "left"])
    }

    /// Cells between `&` in rows between `\\`.
    mutating func cells(until isEnd: (Token) -> Bool) throws(TeX.Unknown) -> [[String]] {
        var rows: [[String]] = [[]]
        while true {
            let cell = try list { $0 == .character("&") || $0 == .command("\\") || $0 == .command("cr") || isEnd($0) }
            rows[rows.count - 1].append(cell)
            let (token, next) = peek()
            if isEnd(token) || token == .end { break }
            position = next
            if token != .character("&") {
                // `\\[2pt]`
                if take(.character("[")) { while ![.character("]"), .end].contains(take()) {} }
                rows.append([])
            }
        }
        if rows.count > 1, rows.last == ["<mrow></mrow>"] { rows.removeLast() }
        return rows
    }

    static func table(_ rows: [[String]], _ attributes: String = "", align: [String] = []) -> String {
        let body = rows.map { row in
            let cells = row.enumerated().map { index, cell in
                let side = align.isEmpty ? "" : align[index % align.count]
                return MathML.element("mtd", cell, side.isEmpty || side == "center" ? "" : " class=\"kb-\(side)\"")
            }
            return MathML.element("mtr", cells.joined())
        }
        return MathML.element("mtable", body.joined(), attributes)
    }

    /// What stands before an end, as one piece.
    mutating func list(until isEnd: (Token) -> Bool) throws(TeX.Unknown) -> String {
        guard depth < Self.maxDepth else { throw TeX.Unknown(name: "less nesting") }
        depth += 1
        let outer = alphabet
        defer {
            depth -= 1
            alphabet = outer
        }
        var pieces: [String] = []
        while !isEnd(peek().token), peek().token != .end {
            if let piece = try scripted() { pieces.append(piece) }
        }
        return MathML.row(pieces)
    }

    // MARK: Scripts

    /// An atom with what stands below and above it; nil for what shows nothing.
    mutating func scripted() throws(TeX.Unknown) -> String? {
        let isBare = [.character("^"), .character("_")].contains(peek().token)
        var base: Atom? = isBare ? Atom("<mrow></mrow>") : try atom()
        if take(.command("limits")) { base?.hasLimits = true }
        if take(.command("nolimits")) { base?.hasLimits = false }
        var (lower, upper): (String?, String?) = (nil, nil)
        while true {
            if take(.character("_")) {
                guard lower == nil else { throw TeX.Unknown(name: "one “_” where there are two") }
                lower = try argument()
            } else if take(.character("^")) {
                guard upper == nil else { throw TeX.Unknown(name: "one “^” where there are two") }
                upper = try argument()
            } else if peek().token == .character("'") {
                var primes = ""
                while take(.character("'")) { primes += "′" }
                upper = (upper ?? "") + MathML.operation(primes)
                // `f'^2`
                if take(.character("^")) { upper = MathML.row([upper ?? "", try argument()]) }
            } else {
                break
            }
        }
        guard let base else { return nil }
        switch (lower, upper, base.hasLimits) {
        case (nil, nil, _): return base.markup
        case (let lower?, nil, false): return MathML.element("msub", base.markup + lower)
        case (nil, let upper?, false): return MathML.element("msup", base.markup + upper)
        case (let lower?, let upper?, false): return MathML.element("msubsup", base.markup + lower + upper)
        case (let lower?, nil, true): return MathML.element("munder", base.markup + lower)
        case (nil, let upper?, true): return MathML.element("mover", base.markup + upper)
        case (let lower?, let upper?, true): return MathML.element("munderover", base.markup + lower + upper)
        }
    }

    /// What a command or a script is about: a group, or the next character or command alone.
    mutating func argument() throws(TeX.Unknown) -> String {
        if take(.character("{")) {
            let inner = try list { $0 == .character("}") }
            try need(.character("}"), "a closing brace")
            return inner
        }
        guard depth < Self.maxDepth else { throw TeX.Unknown(name: "less nesting") }
        depth += 1
        defer { depth -= 1 }
        guard let piece = try atom()?.markup else { throw TeX.Unknown(name: "something after “^”, “_” or a command") }
        return piece
    }

    /// The text between braces, as it is.
    mutating func rawArgument() throws(TeX.Unknown) -> String {
        try need(.character("{"), "an opening brace")
        var (depth, start) = (1, position)
        while position < text.count {
            let character = text[position]
            position += 1
            if character == "\\" { position += 1 } else if character == "{" { depth += 1 } else if character == "}" { depth -= 1 }
            if depth == 0 { return String(text[start..<(position - 1)]) }
        }
        start = position
        throw TeX.Unknown(name: "a closing brace")
    }

    // MARK: Atoms

    struct Atom {
        var markup: String
        /// Whether scripts stand below and above it, and not beside it.
        var hasLimits = false

        init(_ markup: String, hasLimits: Bool = false) {
            self.markup = markup
            self.hasLimits = hasLimits
        }
    }

    mutating func atom() throws(TeX.Unknown) -> Atom? {
        switch take() {
        case .end: return nil
        case .command(let name): return try command(name)
        case .character("{"):
            let inner = try list { $0 == .character("}") }
            try need(.character("}"), "a closing brace")
            return Atom(inner)
        case .character("}"): throw TeX.Unknown(name: "an opening brace")
        case .character("&"): throw TeX.Unknown(name: "a table around “&”")
        case .character("~"): return Atom("<mspace width=\"0.33em\"></mspace>")
        case .character(let character): return Atom(plain(character))
        }
    }

    /// A letter, a number or an operator.
    mutating func plain(_ character: Character) -> String {
        if character.isNumber {
            var digits = String(character)
            while position < text.count,
                text[position].isNumber || (".,".contains(text[position]) && position + 1 < text.count && text[position + 1].isNumber)
            {
                digits.append(text[position])
                position += 1
            }
            return MathML.element("mn", alphabet.styled(digits))
        }
        if character.isLetter { return letter(character) }
        let shown: Character = character == "-" ? "−" : character == "*" ? "∗" : character
        return MathML.operation(String(shown), "()[]|/".contains(character) ? " stretchy=\"false\"" : "")
    }

    func letter(_ character: Character) -> String {
        alphabet == .upright
            ? MathML.element("mi", MathML.escaped(String(character)), " mathvariant=\"normal\"")
            : MathML.element("mi", MathML.escaped(alphabet.styled(String(character))))
    }
}
