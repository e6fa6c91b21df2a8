import Bytes

/// A file or folder of the content, relative to the content's root: names joined by `/`, with neither `.` nor `..` nor empty names.
/// The root itself is the empty path.
public struct ContentPath: Sendable, Hashable {
    public let string: String

    /// - Parameter string: a path that already has the form above. `resolving(_:)` makes one from anything else.
    public init(_ string: String) { self.string = string }

    public static let root = ContentPath("")

    public var isRoot: Bool { string.isEmpty }

    /// What follows the last `/`.
    public var name: String { string.lastPathName }

    /// The folder that holds it; the root for a path of one name.
    public var folder: ContentPath { ContentPath(string.pathBeforeLastName) }

    /// The names from the root down.
    public var names: [Substring] { string.split(separator: "/") }

    /// The part of the name after its last `.`, in lower case; empty where there is none.
    public var fileExtension: String { string.nameExtension }

    /// The path without its extension and the `.` before it.
    public var withoutExtension: ContentPath { ContentPath(string.withoutNameExtension) }

    /// Whether the extension is one of Markdown's.
    public var isMarkdown: Bool { ["md", "markdown", "mdown"].contains(fileExtension) }

    /// Whether the file is the page of its folder by its name alone: `README` or `index`, in any case.
    public var isFolderPage: Bool { ["readme", "index"].contains(withoutExtension.name.lowercased()) }

    /// Whether this path is `folder` or lies in it.
    public func isInside(_ folder: ContentPath) -> Bool {
        folder.isRoot || self == folder || (string.utf8.count > folder.string.utf8.count && string.hasPrefix(folder.string + "/"))
    }

    /// Whether one of its folders has this name.
    public func isBelowFolder(named name: String) -> Bool { names.dropLast().contains { $0 == name } }

    /// An entry of this folder.
    public func appending(_ name: String) -> ContentPath { ContentPath(isRoot ? name : string + "/" + name) }

    /// The path with something added to its last name, such as an extension.
    public func adding(_ suffix: String) -> ContentPath { ContentPath(string + suffix) }

    /// The path that a relative reference names from this folder: `.`, `..` and empty names are resolved, and a leading `/` means the
    /// root. A reference that climbs above the root stays at the root.
    public func resolving(_ reference: String) -> ContentPath {
        var reference = reference
        var path = reference.utf8.first == UInt8(ascii: "/") ? [] : Array(string.utf8)
        reference.withUTF8 { bytes in
            var start = 0
            while start < bytes.count {
                var end = start
                while end < bytes.count, bytes[end] != UInt8(ascii: "/") { end += 1 }
                Self.append(UnsafeBufferPointer(rebasing: bytes[start..<end]), to: &path)
                start = end + 1
            }
        }
        return ContentPath(String(decoding: path, as: UTF8.self))
    }

    /// Goes on from a path by one name of a reference.
    private static func append(_ name: UnsafeBufferPointer<UInt8>, to path: inout [UInt8]) {
        let dot = UInt8(ascii: ".")
        if name.isEmpty || (name.count == 1 && name[0] == dot) { return }
        if name.count == 2, name[0] == dot, name[1] == dot {
            path.removeSubrange((path.lastIndex(of: UInt8(ascii: "/")) ?? 0)...)
        } else {
            if !path.isEmpty { path.append(UInt8(ascii: "/")) }
            path.append(contentsOf: name)
        }
    }

    /// Whether a relative reference climbs above the root from this folder.
    public func isLeft(by reference: String) -> Bool {
        var depth = reference.hasPrefix("/") ? 0 : names.count
        for name in reference.split(separator: "/") where name != "." {
            depth += name == ".." ? -1 : 1
            if depth < 0 { return true }
        }
        return false
    }

    /// The reference that leads from `folder` to this path.
    public func reference(from folder: ContentPath) -> String {
        let (from, to) = (folder.names, names)
        var common = 0
        while common < from.count, common < to.count - 1, from[common] == to[common] { common += 1 }
        return (Array(repeating: "..", count: from.count - common) + to[common...]).joined(separator: "/")
    }
}

extension ContentPath: Comparable {
    /// By bytes, so that the order is the same on every machine.
    public static func < (a: ContentPath, b: ContentPath) -> Bool { a.string.utf8.lexicographicallyPrecedes(b.string.utf8) }
}

extension ContentPath: BinaryCodable {
    public func encode(to encoder: inout BinaryEncoder) { encoder.write(string) }

    public init(from decoder: inout BinaryDecoder) throws(BinaryDecodingError) { string = try decoder.read() }
}

extension ContentPath: CustomStringConvertible, ExpressibleByStringLiteral {
    public var description: String { string }

    public init(stringLiteral string: String) { self.init(string) }
}
