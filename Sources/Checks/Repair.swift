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
}
