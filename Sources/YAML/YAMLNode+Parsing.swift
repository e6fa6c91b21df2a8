import CLibYAML
import Diagnostics

extension YAMLNode {
    /// Parses the first document of a YAML stream; nil if there is none. Aliases share the value of their anchor. A document with more than
    /// 100,000 values, counting those of every alias, is an error, and so is one that is nested more than 100 levels deep.
    /// - Parameters:
    ///   - bytes: UTF-8.
    ///   - firstLine: the line of the file on which `bytes` begins, counted from 1.
    public init?(parsing bytes: some Sequence<UInt8>, firstLine: Int = 1) throws(YAMLError) {
        let result = Result { () throws(YAMLError) -> YAMLNode? in
            var composer = YAMLComposer(firstLine: firstLine)
            return try composer.document(of: Array(bytes))
        }
        guard let node = try result.get() else { return nil }
        self = node
    }
}

/// Builds values from libyaml's events.
private struct YAMLComposer {
    private static let maxValues = 100_000
    private static let maxDepth = 100

    let firstLine: Int
    /// On the heap because libyaml stores the address of the parser in the parser itself.
    private let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    /// The values with anchors, and how many values each contains.
    private var anchors: [String: (node: YAMLNode, valueCount: Int)] = [:]
    /// The number of values so far, including those of aliases.
    private var valueCount = 0

    init(firstLine: Int) { self.firstLine = firstLine }

    mutating func document(of bytes: [UInt8]) throws(YAMLError) -> YAMLNode? {
        defer { parser.deallocate() }
        guard yaml_parser_initialize(parser) == 1 else { throw YAMLError(message: "out of memory", position: .start) }
        defer { yaml_parser_delete(parser) }
        let result = bytes.withUnsafeBufferPointer { buffer in
            yaml_parser_set_input_string(parser, buffer.baseAddress, buffer.count)
            return Result { () throws(YAMLError) -> YAMLNode? in try firstDocument() }
        }
        return try result.get()
    }

    private mutating func firstDocument() throws(YAMLError) -> YAMLNode? {
        while true {
            var event = try nextEvent()
            defer { yaml_event_delete(&event) }
            switch event.type {
            case YAML_STREAM_START_EVENT, YAML_DOCUMENT_START_EVENT: continue
            case YAML_STREAM_END_EVENT, YAML_DOCUMENT_END_EVENT: return nil
            default: return try value(of: event, depth: 0)
            }
        }
    }

    private mutating func nextEvent() throws(YAMLError) -> yaml_event_t {
        var event = yaml_event_t()
        guard yaml_parser_parse(parser, &event) == 1 else {
            let message = parser.pointee.problem.map { String(cString: $0) } ?? "not YAML"
            throw YAMLError(message: message, position: position(parser.pointee.problem_mark))
        }
        return event
    }

    private func position(_ mark: yaml_mark_t) -> SourcePosition {
        SourcePosition(line: Int(mark.line) + firstLine, column: Int(mark.column) + 1)
    }

    private mutating func value(of event: yaml_event_t, depth: Int) throws(YAMLError) -> YAMLNode {
        let position = position(event.start_mark)
        guard depth < Self.maxDepth else { throw YAMLError(message: "values are nested too deeply", position: position) }
        let previousCount = valueCount
        try add(1, at: position)
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
        if let anchor { anchors[String(cString: anchor)] = (node, valueCount - previousCount) }
        return node
    }

    private mutating func alias(_ name: String, at position: SourcePosition) throws(YAMLError) -> YAMLNode {
        guard let (node, count) = anchors[name] else {
            throw YAMLError(message: "there is no anchor “\(name)” before this alias", position: position)
        }
        try add(count, at: position)
        return node
    }

    private mutating func add(_ count: Int, at position: SourcePosition) throws(YAMLError) {
        valueCount += count
        guard valueCount <= Self.maxValues else {
            throw YAMLError(message: "aliases unfold to more than \(Self.maxValues) values", position: position)
        }
    }

    private mutating func sequence(depth: Int) throws(YAMLError) -> [YAMLNode] {
        var nodes: [YAMLNode] = []
        while true {
            var event = try nextEvent()
            defer { yaml_event_delete(&event) }
            if event.type == YAML_SEQUENCE_END_EVENT { return nodes }
            nodes.append(try value(of: event, depth: depth + 1))
        }
    }

    private mutating func mapping(depth: Int) throws(YAMLError) -> [YAMLNode.Entry] {
        var entries: [YAMLNode.Entry] = []
        while true {
            var event = try nextEvent()
            defer { yaml_event_delete(&event) }
            if event.type == YAML_MAPPING_END_EVENT { return entries }
            let key = try value(of: event, depth: depth + 1)
            guard case .scalar(let name, _) = key.content else {
                throw YAMLError(message: "a key must be a plain word or a string", position: key.position)
            }
            var valueEvent = try nextEvent()
            defer { yaml_event_delete(&valueEvent) }
            let node = try value(of: valueEvent, depth: depth + 1)
            entries.append(YAMLNode.Entry(key: name, keyPosition: key.position, value: node))
        }
    }
}
