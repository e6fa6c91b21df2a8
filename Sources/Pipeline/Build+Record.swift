import Bytes
import Files
import Publish
import Site

extension Pipeline {
    /// The folder for what helps the next command, beside the output.
    public var cacheFolder: String { Publication.cache(of: folder.output) }

    /// A folder that no other process uses, for a moment.
    public var temporaryFolder: String { FileSystem.temporaryFolder }

    /// What the last build left, as long as the output is what it made of the same files, whatever is in these now.
    struct Last {
        let record: BuildRecord
        let published: PublishedState
        /// The locations of the files that are other than they were.
        let changed: [String]
    }

    func last(_ inputs: ContentInputs) async -> Last? {
        guard let bytes = (try? FileSystem.read(recordFile)) ?? nil, let record = BuildRecord(bytes), record.frame == frame(inputs) else { return nil }
        let published = await PublishedState(of: folder.output, jobs: options.jobs)
        let files = files(inputs)
        guard published.name == record.output, files.count == record.files.count else { return nil }
        let changed = zip(files, record.files).filter { now, before in
            guard let new = now.state, let old = before else { return (now.state == nil) != (before == nil) }
            return !old.holds(for: now.location, now: new)
        }
        return Last(record: record, published: published, changed: changed.map(\.0.location))
    }

    /// What is written of the pages, if it is what the record says.
    func pages(_ record: BuildRecord) -> BinaryDecoder? {
        guard let bytes = (try? FileSystem.read(pagesFile)) ?? nil, bytes.contentHash == record.pages else { return nil }
        return BinaryDecoder(bytes)
    }

    /// Keeps what the next build needs to know to do no more than it must. Where that cannot be written, it builds.
    /// - Parameter published: what has been written; nil where somebody else has written, too, which the next build is to undo.
    func remember(_ report: Report, _ reading: Reading, _ remainder: BuildRemainder, _ published: PublishedState?) async {
        // A record of a program that cannot be told from another would be believed by both.
        guard FileSystem.program != nil, let published else { return }
        var encoder = BinaryEncoder()
        reading.encode(to: &encoder)
        encoder.write(remainder)
        let pages = encoder.bytes
        let record = BuildRecord(
            frame: frame(reading.inputs), files: files(reading.inputs).map(\.state), output: published.name, report: report, pages: pages.contentHash)
        do throws(FileError) {
            try FileSystem.makeFolder(cacheFolder)
            // It is nobody's work, and no repository's.
            try FileSystem.write(Array("*\n".utf8), to: cacheFolder + "/.gitignore")
            try FileSystem.write(pages, to: pagesFile)
            try FileSystem.write(record.bytes, to: recordFile)
        } catch {}
    }

    private var recordFile: String { Publication.cached("build", of: folder.output) }
    private var pagesFile: String { Publication.cached("pages", of: folder.output) }

    private func frame(_ inputs: ContentInputs) -> String {
        var encoder = BinaryEncoder()
        encoder.write([options.baseURL, folder.templates, folder.configuration])
        encoder.write([folder.content] + inputs.listing + ownFiles)
        return encoder.bytes.contentHash
    }

    /// Everything that a site is made of.
    private func files(_ inputs: ContentInputs) -> [(location: String, state: FileState?)] {
        inputs.files + ownFiles.map { ($0, FileState(of: $0)) }
    }

    /// The files that matter and are not in the content: settings, templates, and the program.
    private var ownFiles: [String] {
        let templates = folder.templates.flatMap { folder in (try? FileSystem.entries(of: folder))?.map { folder + "/" + $0.name } } ?? []
        return [folder.configuration, FileSystem.program].compactMap(\.self) + templates
    }
}
