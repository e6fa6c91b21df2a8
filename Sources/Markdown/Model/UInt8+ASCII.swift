/// The ASCII characters that the parsers look for, by name.
extension UInt8 {
    @inline(__always) static var tab: UInt8 { UInt8(ascii: "\t") }
    @inline(__always) static var lineFeed: UInt8 { UInt8(ascii: "\n") }
    @inline(__always) static var carriageReturn: UInt8 { UInt8(ascii: "\r") }
    @inline(__always) static var space: UInt8 { UInt8(ascii: " ") }
    @inline(__always) static var exclamation: UInt8 { UInt8(ascii: "!") }
    @inline(__always) static var quote: UInt8 { UInt8(ascii: "\"") }
    @inline(__always) static var hash: UInt8 { UInt8(ascii: "#") }
    @inline(__always) static var dollar: UInt8 { UInt8(ascii: "$") }
    @inline(__always) static var percent: UInt8 { UInt8(ascii: "%") }
    @inline(__always) static var ampersand: UInt8 { UInt8(ascii: "&") }
    @inline(__always) static var apostrophe: UInt8 { UInt8(ascii: "'") }
    @inline(__always) static var openParen: UInt8 { UInt8(ascii: "(") }
    @inline(__always) static var closeParen: UInt8 { UInt8(ascii: ")") }
    @inline(__always) static var asterisk: UInt8 { UInt8(ascii: "*") }
    @inline(__always) static var plus: UInt8 { UInt8(ascii: "+") }
    @inline(__always) static var hyphen: UInt8 { UInt8(ascii: "-") }
    @inline(__always) static var dot: UInt8 { UInt8(ascii: ".") }
    @inline(__always) static var slash: UInt8 { UInt8(ascii: "/") }
    @inline(__always) static var colon: UInt8 { UInt8(ascii: ":") }
    @inline(__always) static var semicolon: UInt8 { UInt8(ascii: ";") }
    @inline(__always) static var lessThan: UInt8 { UInt8(ascii: "<") }
    @inline(__always) static var equals: UInt8 { UInt8(ascii: "=") }
    @inline(__always) static var greaterThan: UInt8 { UInt8(ascii: ">") }
    @inline(__always) static var question: UInt8 { UInt8(ascii: "?") }
    @inline(__always) static var at: UInt8 { UInt8(ascii: "@") }
    @inline(__always) static var openBracket: UInt8 { UInt8(ascii: "[") }
    @inline(__always) static var backslash: UInt8 { UInt8(ascii: "\\") }
    @inline(__always) static var closeBracket: UInt8 { UInt8(ascii: "]") }
    @inline(__always) static var caret: UInt8 { UInt8(ascii: "^") }
    @inline(__always) static var underscore: UInt8 { UInt8(ascii: "_") }
    @inline(__always) static var backtick: UInt8 { UInt8(ascii: "`") }
    @inline(__always) static var openBrace: UInt8 { UInt8(ascii: "{") }
    @inline(__always) static var pipe: UInt8 { UInt8(ascii: "|") }
    @inline(__always) static var closeBrace: UInt8 { UInt8(ascii: "}") }
    @inline(__always) static var tilde: UInt8 { UInt8(ascii: "~") }
}
