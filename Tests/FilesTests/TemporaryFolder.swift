import Files

/// A folder that exists as long as the value.
final class TemporaryFolder {
    let path = FileSystem.temporaryFolder

    init(_ files: [String: String] = [:]) throws {
        try FileSystem.makeFolder(path)
        for (name, text) in files { try write(text, to: name) }
    }

    deinit { try? FileSystem.remove(path) }

    /// The location of a path in the folder.
    func callAsFunction(_ name: String) -> String { path + "/" + name }

    func write(_ text: String, to name: String) throws {
        try FileSystem.makeFolder(self(name).locationFolder)
        try FileSystem.write(Array(text.utf8), to: self(name))
    }

    func read(_ name: String) throws -> String? { try FileSystem.read(self(name)).map { String(decoding: $0, as: UTF8.self) } }
}
