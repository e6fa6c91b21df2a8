import Bytes
import Content
import Diagnostics
import Files
import Site

/// What a build starts from: the settings, and the files of the content as they are now.
struct BuildInputs: Sendable {
    let configuration: Configuration
    /// What was found in the settings.
    let diagnostics: [Diagnostic]
    let loader: SiteLoader
    let manifest: InputManifest

    private let folder: SiteFolder
    private let options: BuildOptions

    /// - Throws: `FileError` if the settings or the content folder cannot be read.
    init(_ folder: SiteFolder, _ options: BuildOptions) async throws(FileError) {
        let (configuration, diagnostics) = try folder.configuration(options)
        let loader = folder.loader(configuration, options)
        self.configuration = configuration
        self.diagnostics = diagnostics
        self.loader = loader
        self.folder = folder
        self.options = options
        manifest = try await loader.inputs()
    }

    /// What has to be the same for two builds to make the same site of the same files.
    var frame: BuildFrame {
        BuildFrame(
            options: Self.digest([options.baseURL, folder.templates, folder.configuration, folder.content]),
            files: Self.digest(manifest.tree.listing), ownFiles: Self.digest(ownFiles))
    }

    private static func digest(_ texts: some BinaryCodable) -> String {
        var encoder = BinaryEncoder()
        encoder.write(texts)
        return encoder.bytes.contentHash
    }

    /// Everything that the site is made of, always in the same order.
    var files: [(location: String, fingerprint: FileFingerprint?)] {
        manifest.files + ownFiles.map { ($0, FileFingerprint(of: $0)) }
    }

    /// The files that matter and are not in the content: settings, templates, and kbgen itself.
    private var ownFiles: [String] {
        let templates = folder.templates.flatMap { folder in (try? FileSystem.entries(of: folder))?.map { folder + "/" + $0.name } } ?? []
        return [folder.configuration, FileSystem.program].compactMap(\.self) + templates
    }
}

/// What has to be the same for two builds to make the same site of the same files, as digests.
struct BuildFrame: Sendable, BinaryCodable {
    let options: String
    let files: String
    let ownFiles: String

    init(options: String, files: String, ownFiles: String) {
        self.options = options
        self.files = files
        self.ownFiles = ownFiles
    }

    /// - Throws: `RebuildReason` if an earlier build had another frame.
    func check(against previous: BuildFrame) throws(RebuildReason) {
        if options != previous.options { throw RebuildReason("the options or the folders of the site changed") }
        if files != previous.files { throw RebuildReason("files were added, removed or renamed") }
        if ownFiles != previous.ownFiles { throw RebuildReason("templates or settings were added or removed, or kbgen itself was moved") }
    }

    func encode(to encoder: inout BinaryEncoder) {
        for digest in [options, files, ownFiles] { encoder.write(digest) }
    }

    init(from decoder: inout BinaryDecoder) throws(BinaryDecodingError) {
        options = try decoder.read()
        files = try decoder.read()
        ownFiles = try decoder.read()
    }
}
