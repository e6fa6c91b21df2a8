import Bytes
import Files

/// Everything that is in an output folder, as far as names, kinds, sizes and times tell.
public struct PublishedState: Sendable {
    public let contents: [FolderEntry]
    private let root: String
    private let rootMark: FileMark?
    private let marks: [FileMark?]

    /// - Parameters:
    ///   - output: the folder.
    ///   - jobs: how many workers look.
    public init(of output: String, jobs: Int) async {
        root = output
        rootMark = FileMark(of: output)
        let contents = FileSystem.contents(of: output)
        self.contents = contents
        marks = await contents.parallelMap(jobs: jobs) { FileMark(of: output + "/" + $0.name) }
    }

    private init(root: String, contents: [FolderEntry], marks: [FileMark?]) {
        self.root = root
        rootMark = FileMark(of: root)
        self.contents = contents
        self.marks = marks
    }

    /// A name for it: that of another state is another.
    public var name: String {
        var bytes: [UInt8] = []
        for (entry, mark) in zip(contents, marks) {
            bytes.write(utf8: entry.name)
            bytes.append(0)
            mark?.write(to: &bytes)
        }
        return bytes.contentHash
    }

    /// The paths of all folders.
    var folders: [String] { contents.filter { $0.kind == .folder }.map(\.name) }

    /// A name for what stands in each folder, wherever the whole is moved.
    var folderName: String {
        var bytes: [UInt8] = []
        rootMark?.writing.write(to: &bytes)
        for (entry, mark) in zip(contents, marks) where entry.kind == .folder { mark?.writing.write(to: &bytes) }
        return bytes.contentHash
    }

    /// By path, how each file was written.
    var writings: [String: FileMark.Writing] {
        let files = zip(contents, marks).compactMap { entry, mark in entry.kind == .folder ? nil : mark.map { (entry.name, $0.writing) } }
        return Dictionary(files) { first, _ in first }
    }

    /// Whether these files are all that there are, and as they were written.
    func holds(_ writings: [String: FileMark.Writing]) -> Bool {
        var left = writings.count
        for (entry, mark) in zip(contents, marks) where entry.kind != .folder {
            guard let mark, writings[entry.name] == mark.writing else { return false }
            left -= 1
        }
        return left == 0
    }

    /// Whether some of the files are still what they were: what has been read of them since was so, too.
    public func stillHolds(where isMeant: (String) -> Bool) -> Bool {
        zip(contents, marks).allSatisfy { entry, mark in entry.kind == .folder || !isMeant(entry.name) || FileMark(of: root + "/" + entry.name) == mark }
    }

    /// The state of the same tree after its folders, and a few of its files, have been written anew. The others are taken to be what they were: where one is not,
    /// the name is that of no state that there is.
    /// - Parameters:
    ///   - writings: how these files were written, by their paths.
    ///   - linked: the paths of files to which links have come or gone.
    /// - Returns: nil where one of them has come or gone, or is not as it was written.
    func after(_ writings: [String: FileMark.Writing], linked: Set<String>, jobs: Int) async -> PublishedState? {
        let others = linked.subtracting(writings.keys)
        guard contents.count(where: { $0.kind == .file && (writings[$0.name] != nil || others.contains($0.name)) }) == writings.count + others.count else { return nil }
        let marks = await contents.indices.parallelMap(jobs: jobs) { index -> FileMark? in
            let (entry, before) = (contents[index], self.marks[index])
            if entry.kind == .folder { return FileMark(of: root + "/" + entry.name) }
            let writing = writings[entry.name]
            guard writing != nil || others.contains(entry.name) else { return before }
            let now = FileMark(of: root + "/" + entry.name)
            return now?.writing == (writing ?? before?.writing) ? now : nil
        }
        return marks.contains { $0 == nil } ? nil : PublishedState(root: root, contents: contents, marks: marks)
    }
}
