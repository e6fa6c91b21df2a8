import Bytes

extension Diagnostic: BinaryCodable {
    public func encode(to encoder: inout BinaryEncoder) {
        encoder.write(file)
        encoder.write(position.line)
        encoder.write(position.column)
        encoder.write(severity.rawValue)
        encoder.write(rule.rawValue)
        encoder.write(message)
        encoder.write(help)
    }

    public init(from decoder: inout BinaryDecoder) throws(BinaryDecodingError) {
        file = try decoder.read()
        position = SourcePosition(line: try decoder.read(), column: try decoder.read())
        guard let severity = Severity(rawValue: try decoder.read()), let rule = Rule(rawValue: try decoder.read()) else {
            throw BinaryDecodingError()
        }
        self.severity = severity
        self.rule = rule
        message = try decoder.read()
        help = try decoder.read()
    }
}
