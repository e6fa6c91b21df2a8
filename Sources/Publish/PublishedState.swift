import Bytes
import Files

/// Everything that is in an output folder, as far as names, kinds, sizes and times tell.
public struct PublishedState: Sendable {
    public let contents: [FolderEntry]
    private let root: String
    private let marks: [[UInt8]]

    /// - Parameters:
    ///   - output: the folder.
    ///   - jobs: how many workers look.
    public init(of output: String, jobs: Int) async {
        let contents = FileSystem.contents(of: output)
        self.init(root: output, contents: contents, marks: await contents.parallelMap(jobs: jobs) { FileSystem.mark(of: output + "/" + $0.name) })
    }

    private init(root: String, contents: [FolderEntry], marks: [[UInt8]]) {
        self.root = root
        self.contents = contents
        self.marks = marks
    }

    /// A name for it: that of another state is another.
    public var name: String {
        var bytes: [UInt8] = []
        for (entry, mark) in zip(contents, marks) {
            bytes.write(utf8: entry.name)
            bytes.append(0)
            bytes += mark
        }
        return bytes.contentHash
    }

    /// The state of the same tree after its folders, and a few of its files, have been written anew. The others are taken to be what they were: where one is not,
    /// the name is that of no state that there is.
    /// - Parameter paths: of those files.
    /// - Returns: nil where one of them has come or gone.
    func after(writing paths: Set<String>, jobs: Int) async -> PublishedState? {
        let written = contents.filter { $0.kind == .file && paths.contains($0.name) }
        guard written.count == paths.count else { return nil }
        let marks = await contents.indices.parallelMap(jobs: jobs) { index in
            let entry = contents[index]
            return entry.kind == .folder || paths.contains(entry.name) ? FileSystem.mark(of: root + "/" + entry.name) : self.marks[index]
        }
        return marks.contains { $0.isEmpty } ? nil : PublishedState(root: root, contents: contents, marks: marks)
    }
}
