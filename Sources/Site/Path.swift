/// Paths here are relative to the content's root, with `/`, without `.` or `..`; the root itself is the empty path.
extension String {
    /// What follows the last `/`.
    public var lastComponent: String {
        guard let slash = utf8.lastIndex(of: UInt8(ascii: "/")) else { return self }
        return String(self[utf8.index(after: slash)...])
    }

    /// What stands before the last `/`; empty for a path of one name.
    public var parentFolder: String {
        guard let slash = utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
        return String(self[..<slash])
    }

    /// Without the last `.` and what follows it, unless the name begins with it.
    var withoutExtension: String {
        guard let dot = utf8.lastIndex(of: UInt8(ascii: ".")) else { return self }
        let slash = utf8.lastIndex(of: UInt8(ascii: "/"))
        let nameStart = slash.map { utf8.index(after: $0) } ?? startIndex
        return dot > nameStart ? String(self[..<dot]) : self
    }

    /// The part of the name after its last `.`, in lower case; empty where there is none.
    var pathExtension: String {
        let name = lastComponent
        guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex else { return "" }
        return String(name[name.utf8.index(after: dot)...]).lowercased()
    }

    /// Whether the file is Markdown.
    var isMarkdown: Bool { ["md", "markdown", "mdown"].contains(pathExtension) }

    /// This path seen from a folder: `.`, `..` and empty names undone. What would climb over the root stays at it.
    func resolved(in folder: String) -> String {
        let isAbsolute = utf8.first == UInt8(ascii: "/")
        var path = isAbsolute ? [] : Array(folder.utf8)
        for part in utf8.split(separator: UInt8(ascii: "/")) {
            if part.elementsEqual(".".utf8) { continue }
            if part.elementsEqual("..".utf8) {
                path.removeSubrange((path.lastIndex(of: UInt8(ascii: "/")) ?? 0)...)
            } else {
                if !path.isEmpty { path.append(UInt8(ascii: "/")) }
                path.append(contentsOf: part)
            }
        }
        return String(decoding: path, as: UTF8.self)
    }

    /// Whether `..` in this path would climb over the root from a folder.
    func climbsOut(from folder: String) -> Bool {
        var depth = hasPrefix("/") ? 0 : folder.split(separator: "/").count
        for part in split(separator: "/") where part != "." {
            depth += part == ".." ? -1 : 1
            if depth < 0 { return true }
        }
        return false
    }

    /// Joined to a folder by `/`.
    public func joined(to folder: String) -> String { folder.isEmpty ? self : folder + "/" + self }
}

extension String {
    /// This as a language tag, where it is the shape of one (BCP 47): two or three letters, then parts of two to eight behind hyphens.
    var languageTag: String? {
        let parts = split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "_" }
        guard let first = parts.first, (2...3).contains(first.utf8.count), first.utf8.allSatisfy(\.isASCIILetter) else { return nil }
        let isTag = parts.dropFirst().allSatisfy { (2...8).contains($0.utf8.count) && $0.utf8.allSatisfy(\.isASCIIAlphanumeric) }
        return isTag ? parts.joined(separator: "-") : nil
    }
}
