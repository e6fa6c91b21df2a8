/// A JSON value for writing (https://www.rfc-editor.org/rfc/rfc8259). Object members keep their order.
public enum JSON: Sendable {
    case null
    case bool(Bool)
    case integer(Int)
    /// Written as `null` if it is infinite or not a number.
    case decimal(Double)
    case string(String)
    case array([JSON])
    case object([(String, JSON)])

    /// The value as compact UTF-8 JSON.
    public var bytes: [UInt8] {
        var out: [UInt8] = []
        write(to: &out)
        return out
    }

    /// Appends the value as compact UTF-8 JSON.
    public func write(to out: inout [UInt8]) {
        switch self {
        case .null: out.write("null")
        case .bool(let value): value ? out.write("true") : out.write("false")
        case .integer(let value): out.write(number: value)
        case .decimal(let value): out.write(utf8: value.isFinite ? "\(value)" : "null")
        case .string(let value): out.write(json: value)
        case .array(let values):
            out.write("[")
            for (index, value) in values.enumerated() {
                if index > 0 { out.write(",") }
                value.write(to: &out)
            }
            out.write("]")
        case .object(let members):
            out.write("{")
            for (index, member) in members.enumerated() {
                if index > 0 { out.write(",") }
                out.write(json: member.0)
                out.write(":")
                member.1.write(to: &out)
            }
            out.write("}")
        }
    }
}

extension Array where Element == UInt8 {
    /// Appends `string` as a quoted JSON string. It also escapes `<`, so that the result can be embedded in an HTML page, and characters
    /// that YAML 1.1 does not allow in text or reads as line breaks (https://yaml.org/spec/1.1/#c-printable), so that it is valid YAML too.
    public mutating func write(json string: String) {
        append(UInt8(ascii: "\""))
        for scalar in string.unicodeScalars {
            switch scalar.value {
            case 0x22: write("\\\"")
            case 0x5C: write("\\\\")
            case 0x0A: write("\\n")
            case 0x0D: write("\\r")
            case 0x09: write("\\t")
            case 0..<0x20, 0x3C, 0x7F..<0xA0, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: write(jsonEscape: UInt16(scalar.value))
            case 0..<0x80: append(UInt8(scalar.value))
            default: append(contentsOf: UTF8.encode(scalar) ?? Unicode.UTF8.EncodedScalar())
            }
        }
        append(UInt8(ascii: "\""))
    }

    private mutating func write(jsonEscape value: UInt16) {
        write("\\u")
        for shift in [12, 8, 4, 0] { append(UInt8.hexDigit(UInt8(value >> shift & 15))) }
    }
}
