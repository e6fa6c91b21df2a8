import Content
import Diagnostics
import Files
import Paths
import Site

/// The folders of a site: where its content, settings, templates and output are.
package struct SiteFolder: Sendable {
    /// What a command line may say otherwise.
    package struct Overrides: Sendable {
        package var content: String?
        package var templates: String?
        package var output: String?
        package var configuration: String?

        package init(content: String? = nil, templates: String? = nil, output: String? = nil, configuration: String? = nil) {
            self.content = content
            self.templates = templates
            self.output = output
            self.configuration = configuration
        }
    }

    /// The folder that the others are in, unless they were named.
    package let site: String
    package let content: String
    /// Nil where there are none.
    package let templates: String?
    package let output: String
    /// The settings; nil where there are none.
    package let configuration: String?

    /// There is nothing to build.
    package struct Missing: Error, CustomStringConvertible {
        package let description: String
    }

    /// - Parameters:
    ///   - path: the site, or a GitBook repository, which is content alone.
    /// - Throws: `Missing` where there is no content.
    package init(_ path: String, overrides: Overrides = Overrides()) throws(Missing) {
        let site = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        self.site = site
        if let content = overrides.content {
            guard FileSystem.kind(of: content) == .folder else { throw Missing(description: "\(content): there is no such folder") }
            self.content = content
        } else {
            content = try Self.findContent(site)
        }
        // A folder of that name in a GitBook repository is content.
        let ownTemplates = content == site ? nil : site + "/Templates"
        templates = overrides.templates ?? ownTemplates.flatMap { FileSystem.kind(of: $0) == .folder ? $0 : nil }
        output = overrides.output ?? site + "/Output"
        if let given = overrides.configuration {
            guard FileSystem.kind(of: given) == .file else { throw Missing(description: "\(given): there is no such file") }
            configuration = given
        } else {
            configuration = ["kbgen.yml", "kbgen.yaml"].map { site + "/" + $0 }.first { FileSystem.kind(of: $0) == .file }
        }
        let found: [String?] = [
            overrides.content ?? content, overrides.templates ?? templates, overrides.output ?? output,
            overrides.configuration ?? configuration,
        ]
        let given: [String?] = [overrides.content, overrides.templates, overrides.output, overrides.configuration]
        for case (let path?, nil) in zip(found, given) { try Self.checkLink(path, in: site) }
    }

    /// Makes sure that what was found by its name is in the site: a repository of many hands may have a link in its place.
    /// - Throws: `Missing` for a symbolic link that leads out of the site or to something hidden.
    private static func checkLink(_ path: String, in site: String) throws(Missing) {
        guard FileSystem.isSymlink(path) else { return }
        if let target = FileSystem.canonicalPath(path), let root = FileSystem.canonicalPath(site), target.hasPrefix(root + "/"),
            !target.dropFirst(root.utf8.count).contains("/.")
        {
            return
        }
        throw Missing(description: "\(path): this is a link that leads out of the site; name what it leads to on the command line")
    }

    /// The site that a file is content of; nil for a file that stands alone.
    /// - Parameter file: an absolute path without symbolic links.
    package static func containing(_ file: String) -> SiteFolder? {
        var folder = file
        while let slash = folder.lastIndex(of: "/"), slash != folder.startIndex {
            folder = String(folder[..<slash])
            let isSite =
                file.hasPrefix(folder + "/Content/")
                || ["SUMMARY.md", ".gitbook.yaml"].contains { FileSystem.kind(of: folder + "/" + $0) == .file }
            // A summary may stand in the content of a site.
            if isSite, !folder.hasSuffix("/Content") { return try? SiteFolder(folder) }
        }
        return nil
    }

    private static func findContent(_ site: String) throws(Missing) -> String {
        guard FileSystem.kind(of: site) == .folder else { throw Missing(description: "\(site): there is no such folder") }
        if FileSystem.kind(of: site + "/Content") == .folder { return site + "/Content" }
        for name in ["SUMMARY.md", "README.md", ".gitbook.yaml", "LANGS.md"] where FileSystem.kind(of: site + "/" + name) == .file {
            return site
        }
        throw Missing(
            description:
                "\(site): there is no Content folder here, and no SUMMARY.md, README.md, LANGS.md or .gitbook.yaml that would make it one; "
                + "“kbgen new \(site)” lays out a site")
    }
}

// MARK: What is in the folders

extension SiteFolder {
    /// The location of a file that a finding is about; nil for a file that belongs to no site.
    package func location(of file: SourceFile) -> String? {
        switch file {
        case .content(let path): content + "/" + path.string
        case .settings: configuration
        case .template(let name): templates.map { $0 + "/" + name }
        case .standalone: nil
        }
    }

    /// The settings, and what was found in them.
    /// - Throws: `FileError` if they cannot be read.
    func configuration(_ options: BuildOptions) throws(FileError) -> (Configuration, [Diagnostic]) {
        var configuration = Configuration()
        var diagnostics: [Diagnostic] = []
        if let location = self.configuration, let bytes = try FileSystem.read(location) {
            configuration = Configuration(parsing: bytes, file: .settings(location.locationName), diagnostics: &diagnostics)
        }
        if let baseURL = options.baseURL { configuration.baseURL = baseURL }
        if let previewURL = options.previewURL, configuration.baseURL != nil { configuration.baseURL = previewURL }
        return (configuration, diagnostics)
    }

    func loader(_ configuration: Configuration, _ options: BuildOptions) -> SiteLoader {
        SiteLoader(
            content: content, configuration: configuration, excluding: Set([output, templates].compactMap { $0 }), jobs: options.jobs)
    }

    /// The site's own templates, styles and scripts, by name.
    /// - Throws: `FileError` if one of them cannot be read.
    func templateFiles() throws(FileError) -> [String: [UInt8]] {
        guard let templates else { return [:] }
        var files: [String: [UInt8]] = [:]
        for entry in try FileSystem.entries(of: templates) where entry.kind == .file && !entry.name.hasPrefix(".") {
            files[entry.name] = try FileSystem.read(templates + "/" + entry.name)
        }
        return files
    }
}
