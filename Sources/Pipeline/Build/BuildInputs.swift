import Bytes
import Content
import Diagnostics
import Files
import Site

/// What a build starts from: the settings, and the files of the site as they are before any of them is read. An edit during the build is
/// therefore seen by the next one.
struct BuildInputs: Sendable {
    /// What was found in the settings.
    let diagnostics: [Diagnostic]
    let loader: SiteLoader
    /// The files of the content.
    let manifest: InputManifest
    /// Everything that the site is made of, always in the same order. The fingerprint is nil for a file that would count if it were there.
    let files: [(location: String, fingerprint: FileFingerprint?)]
    let frame: BuildFrame

    /// - Throws: `FileError` if the settings or the content folder cannot be read.
    init(_ folder: SiteFolder, _ options: BuildOptions) async throws(FileError) {
        let outside = Self.filesOutsideContent(folder).map { ($0, FileFingerprint(of: $0)) }
        let (configuration, diagnostics) = try folder.configuration(options)
        let loader = folder.loader(configuration, options)
        let manifest = try await loader.manifest()
        self.diagnostics = diagnostics
        self.loader = loader
        self.manifest = manifest
        files = manifest.files + outside
        frame = BuildFrame(
            options: Self.digest([options.baseURL, folder.templates, folder.configuration, folder.content]),
            content: Self.digest(manifest.tree.listing), outside: Self.digest(outside.map(\.0)),
            commit: manifest.history?.commit ?? "")
    }

    private static func digest(_ texts: some BinaryCodable) -> String {
        var encoder = BinaryEncoder()
        encoder.write(texts)
        return encoder.bytes.contentHash
    }

    /// The settings, templates, and kbgen itself.
    private static func filesOutsideContent(_ folder: SiteFolder) -> [String] {
        let templates = folder.templates.flatMap { folder in (try? FileSystem.entries(of: folder))?.map { folder + "/" + $0.name } } ?? []
        return [folder.configuration, FileSystem.program].compactMap(\.self) + templates
    }
}

/// Everything that has to be equal for two builds to differ only in what is in the files: digests of the options and of the names of all files,
/// and the commit.
struct BuildFrame: Sendable, BinaryCodable {
    let options: String
    /// Of the files and folders of the content.
    let content: String
    /// Of the settings, templates and kbgen itself.
    let outside: String
    /// The name of the commit that dates are those of; empty where nobody asks for dates.
    let commit: String

    init(options: String, content: String, outside: String, commit: String) {
        self.options = options
        self.content = content
        self.outside = outside
        self.commit = commit
    }

    /// - Throws: `RebuildReason` if an earlier build had another frame.
    func check(against previous: BuildFrame) throws(RebuildReason) {
        if options != previous.options { throw RebuildReason("the options or the folders of the site changed") }
        if content != previous.content { throw RebuildReason("files were added, removed or renamed") }
        if outside != previous.outside { throw RebuildReason("templates were added or removed, or kbgen itself was moved") }
        if commit != previous.commit { throw .commit }
    }

    func encode(to encoder: inout BinaryEncoder) {
        for digest in [options, content, outside, commit] { encoder.write(digest) }
    }

    init(from decoder: inout BinaryDecoder) throws(BinaryDecodingError) {
        options = try decoder.read()
        content = try decoder.read()
        outside = try decoder.read()
        commit = try decoder.read()
    }
}
