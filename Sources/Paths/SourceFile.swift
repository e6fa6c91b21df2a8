import Bytes

/// A file that a writer keeps and that a finding can be about.
public enum SourceFile: Sendable, Hashable {
    /// A file of the content, relative to the content folder.
    case content(ContentPath)
    /// The settings, by the name of their file, such as `kbgen.yml`.
    case settings(String)
    /// A file of the site's `Templates/`, by its name there.
    case template(String)
    /// A file that belongs to no site: named on the command line, or standard input.
    case standalone(String)

    /// The path that people are shown.
    public var displayPath: String {
        switch self {
        case .content(let path): path.string
        case .settings(let name), .standalone(let name): name
        case .template(let name): "Templates/" + name
        }
    }
}

extension SourceFile: CustomStringConvertible, ExpressibleByStringLiteral {
    public var description: String { displayPath }

    /// A literal names a file of the content.
    public init(stringLiteral path: String) { self = .content(ContentPath(path)) }
}

extension SourceFile: Comparable {
    /// By the path that people are shown. Files of different kinds that are shown alike keep one order.
    public static func < (a: SourceFile, b: SourceFile) -> Bool { (a.displayPath, a.kindNumber) < (b.displayPath, b.kindNumber) }

    private var kindNumber: Int {
        switch self {
        case .content: 0
        case .settings: 1
        case .template: 2
        case .standalone: 3
        }
    }
}

extension SourceFile: BinaryCodable {
    public func encode(to encoder: inout BinaryEncoder) {
        encoder.write(kindNumber)
        switch self {
        case .content(let path): encoder.write(path)
        case .settings(let name), .template(let name), .standalone(let name): encoder.write(name)
        }
    }

    public init(from decoder: inout BinaryDecoder) throws(BinaryDecodingError) {
        switch try decoder.read() as Int {
        case 0: self = .content(try decoder.read())
        case 1: self = .settings(try decoder.read())
        case 2: self = .template(try decoder.read())
        case 3: self = .standalone(try decoder.read())
        default: throw BinaryDecodingError()
        }
    }
}
