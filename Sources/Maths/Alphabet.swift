/// The styles of letters in formulas. Browsers take them from Unicode's mathematical alphanumeric symbols (https://www.unicode.org/charts/PDF/U1D400.pdf).
enum Alphabet: Equatable {
    case italic, upright, bold, blackboard, script, fraktur, sansSerif, monospace

    static let commands: [String: Alphabet] = [
        "mathrm": .upright, "mathbf": .bold, "boldsymbol": .bold, "bm": .bold, "bf": .bold, "mathbb": .blackboard, "Bbb": .blackboard,
        "mathcal": .script, "mathscr": .script, "mathfrak": .fraktur, "mathsf": .sansSerif, "mathtt": .monospace, "mathit": .italic,
        "mathnormal": .italic,
    ]

    /// Letters that had their places in Unicode before the others.
    private static let exceptions: [Alphabet: [Character: String]] = [
        .blackboard: ["C": "ℂ", "H": "ℍ", "N": "ℕ", "P": "ℙ", "Q": "ℚ", "R": "ℝ", "Z": "ℤ"],
        .script: ["B": "ℬ", "E": "ℰ", "F": "ℱ", "H": "ℋ", "I": "ℐ", "L": "ℒ", "M": "ℳ", "R": "ℛ", "e": "ℯ", "g": "ℊ", "o": "ℴ"],
        .fraktur: ["C": "ℭ", "H": "ℌ", "I": "ℑ", "R": "ℜ", "Z": "ℨ"],
    ]

    /// The first capital letter, small letter and digit; nil where there is none.
    private var starts: (capital: UInt32, small: UInt32, digit: UInt32?)? {
        switch self {
        case .italic, .upright: nil
        case .bold: (0x1D400, 0x1D41A, 0x1D7CE)
        case .blackboard: (0x1D538, 0x1D552, 0x1D7D8)
        case .script: (0x1D49C, 0x1D4B6, nil)
        case .fraktur: (0x1D504, 0x1D51E, nil)
        case .sansSerif: (0x1D5A0, 0x1D5BA, 0x1D7E2)
        case .monospace: (0x1D670, 0x1D68A, 0x1D7F6)
        }
    }

    /// A text in these letters; what they lack stays as it is.
    func styled(_ text: String) -> String {
        guard let starts else { return text }
        return text.map { character in
            if let exception = Self.exceptions[self]?[character] { return exception }
            guard let code = character.asciiValue.map(UInt32.init) else { return String(character) }
            let styled: UInt32?
            switch character {
            case "A"..."Z": styled = starts.capital + code - 65
            case "a"..."z": styled = starts.small + code - 97
            case "0"..."9": styled = starts.digit.map { $0 + code - 48 }
            default: styled = nil
            }
            return styled.flatMap(Unicode.Scalar.init).map { String(Character($0)) } ?? String(character)
        }.joined()
    }
}
