import Files

/// The folders of a site: where its content, settings, templates and output are.
public struct SiteFolder: Sendable {
    /// What a command line may say otherwise.
    public struct Overrides: Sendable {
        public var content: String?
        public var templates: String?
        public var output: String?
        public var configuration: String?

        public init(content: String? = nil, templates: String? = nil, output: String? = nil, configuration: String? = nil) {
            self.content = content
            self.templates = templates
            self.output = output
            self.configuration = configuration
        }
    }

    /// The folder that the others are in, unless they were named.
    public let site: String
    public let content: String
    /// Nil where there are none.
    public let templates: String?
    public let output: String
    /// The settings; nil where there are none.
    public let configuration: String?

    /// There is nothing to build.
    public struct Missing: Error, CustomStringConvertible {
        public let description: String
    }

    /// - Parameters:
    ///   - path: the site, or a GitBook repository, which is content alone.
    /// - Throws: `Missing` where there is no content.
    public init(_ path: String, overrides: Overrides = Overrides()) throws(Missing) {
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
    }

    /// The site that a file is content of; nil for a file that stands alone.
    /// - Parameter file: an absolute path without symbolic links.
    public static func containing(_ file: String) -> SiteFolder? {
        var folder = file
        while let slash = folder.lastIndex(of: "/"), slash != folder.startIndex {
            folder = String(folder[..<slash])
            let isSite = file.hasPrefix(folder + "/Content/") || ["SUMMARY.md", ".gitbook.yaml"].contains { FileSystem.kind(of: folder + "/" + $0) == .file }
            // A summary may stand in the content of a site.
            if isSite, !folder.hasSuffix("/Content") { return try? SiteFolder(folder) }
        }
        return nil
    }

    private static func findContent(_ site: String) throws(Missing) -> String {
        guard FileSystem.kind(of: site) == .folder else { throw Missing(description: "\(site): there is no such folder") }
        if FileSystem.kind(of: site + "/Content") == .folder { return site + "/Content" }
        for name in ["SUMMARY.md", "README.md", ".gitbook.yaml"] where FileSystem.kind(of: site + "/" + name) == .file { return site }
        throw Missing(
            description: "\(site): there is no Content folder here, and no SUMMARY.md, README.md or .gitbook.yaml that would make it one; "
                + "“kbgen new \(site)” lays out a site")
    }
}
