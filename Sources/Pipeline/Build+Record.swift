import Bytes
import Diagnostics
import Files
import Publish
import Site

extension Pipeline {
    /// The files that matter and are not in the content: settings and templates.
    var ownFiles: [String] {
        let templates = folder.templates.flatMap { folder in (try? FileSystem.entries(of: folder))?.map { folder + "/" + $0.name } } ?? []
        return [folder.configuration].compactMap(\.self) + templates
    }

    /// What came of the last build, if another would make the same.
    func unchanged() async -> Report? {
        guard let bytes = (try? FileSystem.read(recordFile)) ?? nil, let record = BuildRecord(parsing: bytes) else { return nil }
        var diagnostics: [Diagnostic] = []
        guard let configuration = try? configuration(&diagnostics), let inputs = try? await reader(configuration).inputs() else { return nil }
        return await record.report(ifStill: self, inputs, output: outputName())
    }

    /// Keeps what the next build needs to know to tell that there is nothing to do. Where that cannot be written, it builds.
    func remember(_ report: Report, _ inputs: ContentInputs) async {
        guard let bytes = await BuildRecord(self, inputs, output: outputName(), report: report)?.bytes else { return }
        let cache = Publication.cache(of: folder.output)
        do throws(FileError) {
            try FileSystem.makeFolder(cache)
            // It is nobody's work, and no repository's.
            try FileSystem.write(Array("*\n".utf8), to: cache + "/.gitignore")
            try FileSystem.write(bytes, to: recordFile)
        } catch {}
    }

    /// The folder for what helps the next command, beside the output.
    public var cacheFolder: String { Publication.cache(of: folder.output) }

    /// A folder that no other process uses, for a moment.
    public var temporaryFolder: String { FileSystem.temporaryFolder }

    private var recordFile: String {
        let output = FileSystem.canonicalPath(folder.output) ?? folder.output
        return Publication.cache(of: output) + "/" + (output.split(separator: "/").last.map(String.init) ?? "Output") + ".build"
    }

    /// A name for everything that is in the output, as far as names, sizes and times tell.
    private func outputName() async -> String {
        let root = folder.output
        let paths = FileSystem.paths(below: root)
        let marks = await paths.parallelMap(jobs: options.jobs) { FileSystem.mark(of: root + "/" + $0) }
        var bytes: [UInt8] = []
        for (path, mark) in zip(paths, marks) {
            bytes.write(utf8: path)
            bytes.append(0)
            bytes += mark
        }
        return bytes.contentHash
    }
}
