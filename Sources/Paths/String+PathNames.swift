/// How paths of every kind are taken apart. Only the path types use this; everything else asks them.
extension String {
    /// What follows the last `/`.
    var lastPathName: String {
        guard let slash = utf8.lastIndex(of: UInt8(ascii: "/")) else { return self }
        return String(self[utf8.index(after: slash)...])
    }

    /// What stands before the last `/`; empty where there is none.
    var pathBeforeLastName: String {
        guard let slash = utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
        return String(self[..<slash])
    }

    /// The part of the last name after its last `.`, in lower case. Empty where there is none; a `.` that begins the name does not count.
    var nameExtension: String {
        let name = lastPathName
        guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex else { return "" }
        return String(name[name.utf8.index(after: dot)...]).lowercased()
    }

    /// The path without the extension of its last name and the `.` before that.
    var withoutNameExtension: String {
        guard let dot = utf8.lastIndex(of: UInt8(ascii: ".")) else { return self }
        let slash = utf8.lastIndex(of: UInt8(ascii: "/"))
        let nameStart = slash.map { utf8.index(after: $0) } ?? startIndex
        return dot > nameStart ? String(self[..<dot]) : self
    }
}
