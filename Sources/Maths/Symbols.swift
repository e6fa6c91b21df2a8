/// What the commands of TeX for single symbols stand for.
enum Symbols {
    /// Letters.
    static let letters: [String: String] = [
        "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ϵ", "varepsilon": "ε", "zeta": "ζ", "eta": "η", "theta": "θ",
        "vartheta": "ϑ",
        "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "omicron": "ο", "pi": "π", "varpi": "ϖ", "rho": "ρ",
        "varrho": "ϱ",
        "sigma": "σ", "varsigma": "ς", "tau": "τ", "upsilon": "υ", "phi": "ϕ", "varphi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω",
        "Gamma": "Γ",
        "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ", "Upsilon": "Υ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω",
        "ell": "ℓ",
        "hbar": "ℏ", "imath": "ı", "jmath": "ȷ", "Re": "ℜ", "Im": "ℑ", "aleph": "ℵ", "wp": "℘", "infty": "∞", "partial": "∂", "nabla": "∇",
        "emptyset": "∅",
        "varnothing": "∅", "angle": "∠", "triangle": "△", "square": "□", "Box": "□", "top": "⊤", "bot": "⊥", "degree": "°", "prime": "′",
        "complement": "∁",
        "hslash": "ℏ", "dots": "…", "ldots": "…", "dotsc": "…", "cdots": "⋯", "dotsb": "⋯", "vdots": "⋮", "ddots": "⋱", "checkmark": "✓",
        "S": "§", "copyright": "©",
        "pounds": "£", "euro": "€", "#": "#", "$": "$", "%": "%", "&": "&amp;", "_": "_",
    ]

    /// Whether a letter is never slanted: capitals of Greek, and signs.
    static func isUpright(_ letter: String) -> Bool { !"αβγδϵεζηθϑικλμνξοπϖρϱσςτυϕφχψωıȷℓ∂".contains(letter) }

    /// Operators, relations, arrows and delimiters.
    static let operators: [String: String] = [
        "pm": "±", "mp": "∓", "times": "×", "div": "÷", "cdot": "⋅", "ast": "∗", "star": "⋆", "circ": "∘", "bullet": "∙", "oplus": "⊕",
        "ominus": "⊖",
        "otimes": "⊗", "odot": "⊙", "cap": "∩", "cup": "∪", "uplus": "⊎", "sqcap": "⊓", "sqcup": "⊔", "vee": "∨", "lor": "∨", "wedge": "∧",
        "land": "∧",
        "setminus": "∖", "backslash": "∖", "wr": "≀", "amalg": "⨿", "dagger": "†", "ddagger": "‡", "neg": "¬", "lnot": "¬", "forall": "∀",
        "exists": "∃",
        "nexists": "∄", "leq": "≤", "le": "≤", "geq": "≥", "ge": "≥", "leqslant": "⩽", "geqslant": "⩾", "neq": "≠", "ne": "≠", "equiv": "≡",
        "sim": "∼",
        "simeq": "≃", "approx": "≈", "cong": "≅", "propto": "∝", "ll": "≪", "gg": "≫", "prec": "≺", "succ": "≻", "preceq": "⪯",
        "succeq": "⪰", "asymp": "≍",
        "doteq": "≐", "triangleq": "≜", "coloneqq": "≔", "in": "∈", "notin": "∉", "ni": "∋", "subset": "⊂", "supset": "⊃", "subseteq": "⊆",
        "supseteq": "⊇",
        "subsetneq": "⊊", "supsetneq": "⊋", "perp": "⊥", "parallel": "∥", "mid": "∣", "nmid": "∤", "vdash": "⊢", "dashv": "⊣",
        "models": "⊨", "vDash": "⊨",
        "to": "→", "rightarrow": "→", "leftarrow": "←", "gets": "←", "leftrightarrow": "↔", "Rightarrow": "⇒", "Leftarrow": "⇐",
        "Leftrightarrow": "⇔",
        "implies": "⟹", "impliedby": "⟸", "iff": "⟺", "longrightarrow": "⟶", "longleftarrow": "⟵", "longleftrightarrow": "⟷",
        "Longrightarrow": "⟹",
        "Longleftarrow": "⟸", "Longleftrightarrow": "⟺", "mapsto": "↦", "longmapsto": "⟼", "hookrightarrow": "↪", "hookleftarrow": "↩",
        "uparrow": "↑",
        "downarrow": "↓", "updownarrow": "↕", "Uparrow": "⇑", "Downarrow": "⇓", "nearrow": "↗", "searrow": "↘", "swarrow": "↙",
        "nwarrow": "↖",
        "rightharpoonup": "⇀", "rightleftharpoons": "⇌", "leadsto": "⇝", "rightsquigarrow": "⇝", "therefore": "∴", "because": "∵",
        "colon": ":", "vert": "|",
        "lvert": "|", "rvert": "|", "Vert": "‖", "lVert": "‖", "rVert": "‖", "|": "‖", "{": "{", "}": "}", "lbrace": "{", "rbrace": "}",
        "lbrack": "[",
        "rbrack": "]", "langle": "⟨", "rangle": "⟩", "lceil": "⌈", "rceil": "⌉", "lfloor": "⌊", "rfloor": "⌋", "ulcorner": "⌜",
        "urcorner": "⌝", "surd": "√",
        "diamond": "⋄", "bigtriangleup": "△", "ltimes": "⋉", "rtimes": "⋊", "lhd": "⊲", "rhd": "⊳", "lt": "<", "gt": ">",
    ]

    /// Delimiters that keep their size unless `\left` and `\right` say otherwise.
    static let fences: Set<String> = ["|", "‖", "{", "}", "[", "]", "⟨", "⟩", "⌈", "⌉", "⌊", "⌋"]

    /// Operators that grow in formulas on lines of their own.
    static let large: [String: String] = [
        "sum": "∑", "prod": "∏", "coprod": "∐", "int": "∫", "iint": "∬", "iiint": "∭", "oint": "∮", "bigcap": "⋂", "bigcup": "⋃",
        "bigvee": "⋁", "bigwedge": "⋀",
        "bigoplus": "⨁", "bigotimes": "⨂", "bigodot": "⨀", "biguplus": "⨄", "bigsqcup": "⨆",
    ]
    /// Those whose bounds stand beside them.
    static let integrals: Set<String> = ["int", "iint", "iiint", "oint"]

    /// Functions, in upright letters.
    static let functions: Set<String> = [
        "sin", "cos", "tan", "cot", "sec", "csc", "sinh", "cosh", "tanh", "coth", "arcsin", "arccos", "arctan", "exp", "ln", "log", "lg",
        "arg", "deg", "dim",
        "hom", "ker",
    ]
    /// Functions whose scripts stand below them.
    static let limits: [String: String] = [
        "lim": "lim", "limsup": "lim sup", "liminf": "lim inf", "max": "max", "min": "min", "sup": "sup", "inf": "inf", "det": "det",
        "gcd": "gcd", "Pr": "Pr",
    ]

    /// Spaces, by their widths; empty for none.
    static let spaces: [String: String] = [
        ",": "0.17em", "thinspace": "0.17em", ":": "0.22em", ">": "0.22em", "medspace": "0.22em", ";": "0.28em", "thickspace": "0.28em",
        " ": "0.33em", "!": "",
        "quad": "1em", "qquad": "2em", "/": "", "-": "", "@": "",
    ]

    /// Marks above letters, and whether they grow with what they stand above.
    static let accents: [String: (mark: String, isWide: Bool)] = [
        "hat": ("^", false), "widehat": ("^", true), "bar": ("¯", false), "overline": ("¯", true), "vec": ("→", false),
        "overrightarrow": ("→", true),
        "overleftarrow": ("←", true), "tilde": ("~", false), "widetilde": ("~", true), "dot": ("˙", false), "ddot": ("¨", false),
        "check": ("ˇ", false),
        "breve": ("˘", false), "acute": ("´", false), "grave": ("`", false), "mathring": ("˚", false),
    ]
}
