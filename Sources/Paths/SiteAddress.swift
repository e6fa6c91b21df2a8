import Bytes

/// The address of a page: the folder that a reader's browser asks for, relative to the site's root, without a slash at either end.
/// The root itself is the empty address.
public struct SiteAddress: Sendable, Hashable {
    public let string: String

    public init(_ string: String) { self.string = string }

    public static let root = SiteAddress("")

    public var isRoot: Bool { string.isEmpty }

    /// The folder above; the root's is the root.
    public var parent: SiteAddress { SiteAddress(string.pathBeforeLastName) }

    /// The names from the root down.
    public var names: [Substring] { string.split(separator: "/") }

    /// The number of names.
    public var depth: Int { isRoot ? 0 : string.utf8.count { $0 == UInt8(ascii: "/") } + 1 }

    /// An address one folder below this one.
    public func appending(_ name: String) -> SiteAddress { SiteAddress(isRoot ? name : string + "/" + name) }

    /// A file in this folder.
    public func file(_ name: String) -> OutputPath { OutputPath(isRoot ? name : string + "/" + name) }
}

extension SiteAddress: BinaryCodable {
    public func encode(to encoder: inout BinaryEncoder) { encoder.write(string) }

    public init(from decoder: inout BinaryDecoder) throws(BinaryDecodingError) { string = try decoder.read() }
}

extension SiteAddress: CustomStringConvertible, ExpressibleByStringLiteral {
    public var description: String { string }

    public init(stringLiteral string: String) { self.init(string) }
}
