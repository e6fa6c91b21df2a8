import Paths

/// A correction of the links in a file.
package struct Repair: Sendable {
    package let file: SourceFile
    /// Where it is, with no symbolic link on the way.
    package let location: String
    package let before: [UInt8]
    package let after: [UInt8]
    /// The number of addresses that differ.
    package let count: Int

    package init(file: SourceFile, location: String, before: [UInt8], after: [UInt8], count: Int) {
        self.file = file
        self.location = location
        self.before = before
        self.after = after
        self.count = count
    }
}
