import Diagnostics
import Files
import Paths
import YAML

/// How the files of a tree are read. Nothing is read through a symbolic link that came after the walk, so that no link that somebody puts in
/// the place of a file leads out of the content.
extension SourceTree {
    /// The location of a file with no symbolic link in it, for reading and for writing.
    package func locationWithoutLinks(_ path: ContentPath) -> String { linkedLocations[path] ?? canonicalRoot + "/" + path.string }

    /// The content of a file.
    /// - Returns: nil if it is larger than `maxFileSize`.
    package func read(_ path: ContentPath) throws(FileError) -> [UInt8]? {
        let file = try open(path)
        return file.size > Self.maxFileSize ? nil : try file.read()
    }

    /// The first bytes of a file, up to `length`.
    package func readPrefix(_ path: ContentPath, _ length: Int) throws(FileError) -> [UInt8] { try open(path).read(0..<length) }

    /// Opens a file of any size.
    package func open(_ path: ContentPath) throws(FileError) -> ReadableFile { try ReadableFile(withoutLinks: locationWithoutLinks(path)) }

    /// The YAML in the first of some files that exists.
    /// - Parameters:
    ///   - name: what the file holds, for the finding if it cannot be parsed.
    ///   - consequence: what follows from that, for the finding's help.
    package func yaml(_ paths: [ContentPath], _ name: String, _ consequence: String, _ diagnostics: inout [Diagnostic]) -> YAMLNode? {
        guard let path = paths.first(where: contains),
            let bytes = (try? read(path)) ?? nil
        else { return nil }
        do throws(YAMLError) {
            return try YAMLNode(parsing: bytes)
        } catch {
            diagnostics.append(
                Diagnostic(
                    .yamlSyntax, in: sourceFile(path), at: error.position, "\(name) cannot be read: \(error.message)", help: consequence))
            return nil
        }
    }
}
