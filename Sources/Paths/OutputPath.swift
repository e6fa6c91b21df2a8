import Bytes

/// A file of the output, relative to the output folder: names joined by `/`. `OutputLayout` says which of them kbgen writes itself.
public struct OutputPath: Sendable, Hashable {
    public let string: String

    public init(_ string: String) { self.string = string }

    /// What follows the last `/`.
    public var name: String { string.lastPathName }

    /// The address of the folder that holds it.
    public var folder: SiteAddress { SiteAddress(string.pathBeforeLastName) }

    /// Whether it lies in a folder, or in a folder of that one.
    public func isInside(_ folder: SiteAddress) -> Bool { folder.isRoot || string.hasPrefix(folder.string + "/") }

    /// The path with `-1` or another number before its extension. A name at the limit of file systems, 255 bytes, loses some letters for it.
    public func numbered(_ number: Int) -> OutputPath {
        let ending = string.nameExtension
        let suffix = "-\(number)" + (ending.isEmpty ? "" : ".\(ending)")
        var stem = string.withoutNameExtension
        while stem.lastPathName.utf8.count + suffix.utf8.count > 255, !stem.isEmpty { stem.removeLast() }
        return OutputPath(stem + suffix)
    }
}

extension OutputPath: BinaryCodable {
    public func encode(to encoder: inout BinaryEncoder) { encoder.write(string) }

    public init(from decoder: inout BinaryDecoder) throws(BinaryDecodingError) { string = try decoder.read() }
}

extension OutputPath: CustomStringConvertible, ExpressibleByStringLiteral {
    public var description: String { string }

    public init(stringLiteral string: String) { self.init(string) }
}
