import CLibYAML
import Diagnostics

extension YAMLNode {
    /// The first document of a YAML text; nil where there is none. Aliases share the value that they name, and a text whose
    /// aliases would unfold to more than 100,000 values is refused.
    /// - Parameters:
    ///   - bytes: UTF-8.
    ///   - firstLine: the line of the file on which `bytes` begins, counted from 1.
    /// - Throws: `YAMLError`, with its place in the file.
    public init?(parsing bytes: some Sequence<UInt8>, firstLine: Int = 1) throws(YAMLError) {
        let result = Result { () throws(YAMLError) -> YAMLNode? in
            var composer = YAMLComposer(firstLine: firstLine)
            return try composer.document(of: Array(bytes))
        }
        guard let node = try result.get() else { return nil }
        self = node
    }
}

/// Composes values out of libyaml's events.
private struct YAMLComposer {
    private static let maxValues = 100_000
    private static let maxLevels = 100

    let firstLine: Int
    /// On the heap, because libyaml keeps the parser's own address in it.
    private let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    private var anchors: [String: (node: YAMLNode, weight: Int)] = [:]
    private var weight = 0

    init(firstLine: Int) { self.firstLine = firstLine }

    mutating func document(of bytes: [UInt8]) throws(YAMLError) -> YAMLNode? {
        defer { parser.deallocate() }
        guard yaml_parser_initialize(parser) == 1 else { throw YAMLError(message: "out of memory", position: .start) }
        defer { yaml_parser_delete(parser) }
        let outcome = bytes.withUnsafeBufferPointer { buffer in
            yaml_parser_set_input_string(parser, buffer.baseAddress, buffer.count)
            return Result { () throws(YAMLError) -> YAMLNode? in try first() }
        }
        return try outcome.get()
    }

    private mutating func first() throws(YAMLError) -> YAMLNode? {
        while true {
            var event = try next()
            defer { yaml_event_delete(&event) }
            switch event.type {
            case YAML_STREAM_START_EVENT, YAML_DOCUMENT_START_EVENT: continue
            case YAML_STREAM_END_EVENT, YAML_DOCUMENT_END_EVENT: return nil
            default: return try value(of: event, depth: 0)
            }
        }
    }

    private mutating func next() throws(YAMLError) -> yaml_event_t {
        var event = yaml_event_t()
        guard yaml_parser_parse(parser, &event) == 1 else {
            let problem = parser.pointee.problem.map { String(cString: $0) } ?? "not YAML"
            throw YAMLError(message: problem, position: position(parser.pointee.problem_mark))
        }
        return event
    }

    private func position(_ mark: yaml_mark_t) -> SourcePosition {
        SourcePosition(line: Int(mark.line) + firstLine, column: Int(mark.column) + 1)
    }

    private mutating func value(of event: yaml_event_t, depth: Int) throws(YAMLError) -> YAMLNode {
        let position = position(event.start_mark)
        guard depth < Self.maxLevels else { throw YAMLError(message: "values are nested too deeply", position: position) }
        let before = weight
        try count(1, at: position)
        let anchor: UnsafeMutablePointer<UInt8>?
        let content: YAMLNode.Content
        switch event.type {
        case YAML_ALIAS_EVENT:
            return try alias(String(cString: event.data.alias.anchor), at: position)
        case YAML_SCALAR_EVENT:
            let scalar = event.data.scalar
            anchor = scalar.anchor
            let text = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
            content = .scalar(text, plain: scalar.style == YAML_PLAIN_SCALAR_STYLE)
        case YAML_SEQUENCE_START_EVENT:
            anchor = event.data.sequence_start.anchor
            content = .sequence(try sequence(depth: depth))
        case YAML_MAPPING_START_EVENT:
            anchor = event.data.mapping_start.anchor
            content = .mapping(try mapping(depth: depth))
        default:
            throw YAMLError(message: "a value is missing", position: position)
        }
        let node = YAMLNode(content: content, position: position)
        if let anchor { anchors[String(cString: anchor)] = (node, weight - before) }
        return node
    }

    private mutating func alias(_ name: String, at position: SourcePosition) throws(YAMLError) -> YAMLNode {
        guard let (node, size) = anchors[name] else {
            throw YAMLError(message: "there is no anchor “\(name)” before this alias", position: position)
        }
        try count(size, at: position)
        return node
    }

    private mutating func count(_ values: Int, at position: SourcePosition) throws(YAMLError) {
        weight += values
        guard weight <= Self.maxValues else {
            throw YAMLError(message: "aliases unfold to more than \(Self.maxValues) values", position: position)
        }
    }

    private mutating func sequence(depth: Int) throws(YAMLError) -> [YAMLNode] {
        var nodes: [YAMLNode] = []
        while true {
            var event = try next()
            defer { yaml_event_delete(&event) }
            if event.type == YAML_SEQUENCE_END_EVENT { return nodes }
            nodes.append(try value(of: event, depth: depth + 1))
        }
    }

    private mutating func mapping(depth: Int) throws(YAMLError) -> [YAMLNode.Entry] {
        var entries: [YAMLNode.Entry] = []
        while true {
            var event = try next()
            defer { yaml_event_delete(&event) }
            if event.type == YAML_MAPPING_END_EVENT { return entries }
            let key = try value(of: event, depth: depth + 1)
            guard case .scalar(let name, _) = key.content else {
                throw YAMLError(message: "a key must be a plain word or a string", position: key.position)
            }
            var valueEvent = try next()
            defer { yaml_event_delete(&valueEvent) }
            let node = try value(of: valueEvent, depth: depth + 1)
            entries.append(YAMLNode.Entry(key: name, keyPosition: key.position, value: node))
        }
    }
}
