import Diagnostics
import Paths
import YAML

/// A site of several spaces as GitBook's `docs.yaml` describes it: sections, in groups or not, each with its variants
/// (https://gitbook.com/docs/docs-as-code/git-sync/content-configuration).
package struct GitBookSite: Sendable, Equatable {
    package private(set) var title: String?
    package private(set) var spaces: [SpaceSettings] = []

    /// The path of the file in the content.
    package static let path: ContentPath = "docs.yaml"

    /// - Parameter diagnostics: receives spaces without a folder.
    package init(_ yaml: YAMLNode, file: SourceFile, diagnostics: inout [Diagnostic]) {
        guard let site = yaml["site"] else { return }
        title = site["title"]?.string
        let structure = site["structure"]?.elements ?? []
        let sections = Self.sections(structure)
        let variants = structure.filter { $0["type"]?.string == "space" }
        add(variants, section: "", address: .root, file, &diagnostics)
        let first = sections.first { Self.isDefault($0) } ?? sections.first
        for section in sections {
            let address = section == first && variants.isEmpty ? SiteAddress.root : Self.address(section, below: .root)
            add(section["children"]?.elements ?? [], section: section["title"]?.string ?? "", address: address, file, &diagnostics)
        }
    }

    /// The sections in their order, those in groups, too.
    private static func sections(_ nodes: [YAMLNode]) -> [YAMLNode] {
        nodes.flatMap { node in
            switch node["type"]?.string {
            case "section": [node]
            case "section-group" where node["draft"]?.bool != true: sections(node["children"]?.elements ?? [])
            default: [YAMLNode]()
            }
        }.filter { $0["draft"]?.bool != true }
    }

    private static func isDefault(_ node: YAMLNode) -> Bool { node["default"]?.bool == true }

    private static func address(_ node: YAMLNode, below base: SiteAddress) -> SiteAddress {
        let path = ContentPath.root.resolving(node["path"]?.string ?? node["key"]?.string ?? "").string
        return SiteAddress(base.isRoot ? path : base.string + (path.isEmpty ? "" : "/" + path))
    }

    private mutating func add(
        _ variants: [YAMLNode], section: String, address: SiteAddress, _ file: SourceFile, _ diagnostics: inout [Diagnostic]
    ) {
        let first = variants.first { Self.isDefault($0) } ?? variants.first
        for node in variants where node["draft"]?.bool != true {
            var space = SpaceSettings()
            space.title = node["title"]?.string ?? ""
            space.section = section
            space.sectionID = address.string
            space.language = (node["content"]?["language"] ?? node["language"])?.string.flatMap(LanguageTag.normalised)
            space.address = node == first ? address : Self.address(node, below: address)
            space.isHidden = node["hidden"]?.bool == true && variants.count > 1
            (space.file, space.position) = (file, node.position)
            guard let folder = node["content"]?["directory"]?.string else {
                // GitBook keeps translations that it makes itself.
                diagnostics.append(
                    Diagnostic(
                        .spaceMissing, in: file, at: node.position, "the space “\(space.title)” has no folder here, and is left out",
                        help: "name one as its “directory”, or take the space out"))
                continue
            }
            space.folder = ContentPath.root.resolving(folder)
            spaces.append(space)
        }
    }
}
