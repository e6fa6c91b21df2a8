// Terms are compared by their UTF-8 bytes. Swift's own comparison treats canonically equivalent strings as equal, and doesn't see a letter
// as a prefix of the same letter with a combining mark.
extension String {
    func precedesInBytes(_ other: String) -> Bool { utf8.lexicographicallyPrecedes(other.utf8) }

    func hasBytes(of other: String) -> Bool { utf8.elementsEqual(other.utf8) }

    func beginsWithBytes(of other: String) -> Bool { utf8.starts(with: other.utf8) }
}
