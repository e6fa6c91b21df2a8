import Diagnostics
import Paths
import YAML

/// How pages look: what a site says in `kbgen.yml`, and each of its spaces may say otherwise.
package struct Appearance: Sendable, Equatable {
    /// An image of the content, shown in the header.
    package var logo: ContentPath?
    /// An image of the content, the browser's icon.
    package var favicon: ContentPath?
    /// A colour for links and marks, as `#rrggbb`.
    package var accent: String?
    /// Links in the header, in order; nil where none are set.
    package var links: [NamedLink]?
    /// Text at the foot of every page.
    package var footer: String?
    /// Links at the foot of every page, in order; nil where none are set.
    package var footerLinks: [NamedLink]?

    /// A link with its text.
    package struct NamedLink: Sendable, Equatable {
        package let title: String
        package let address: String
        package let position: SourcePosition
    }

    package init() {}

    /// With what another one has where this has nothing.
    package func over(_ base: Appearance) -> Appearance {
        var both = base
        both.logo = logo ?? base.logo
        both.favicon = favicon ?? base.favicon
        both.accent = accent ?? base.accent
        both.links = links ?? base.links
        both.footer = footer ?? base.footer
        both.footerLinks = footerLinks ?? base.footerLinks
        return both
    }
}

// MARK: kbgen.yml

extension Appearance {
    package static let keys = ["accent", "favicon", "footer", "footer-links", "links", "logo"]

    /// Reads the value of one of the keys.
    mutating func read(_ entry: YAMLNode.Entry, _ reader: inout SettingReader) {
        switch entry.key {
        case "logo": logo = reader.string(entry).map(ContentPath.root.resolving)
        case "favicon": favicon = reader.string(entry).map(ContentPath.root.resolving)
        case "accent": accent = Self.colour(entry, &reader)
        case "footer": footer = reader.string(entry)
        case "links": links = Self.links(entry, &reader)
        case "footer-links": footerLinks = Self.links(entry, &reader)
        default: break
        }
    }

    private static func links(_ entry: YAMLNode.Entry, _ reader: inout SettingReader) -> [NamedLink] {
        reader.stringMapping(entry).map { NamedLink(title: $0.key, address: $0.value, position: $0.position) }
    }

    private static func colour(_ entry: YAMLNode.Entry, _ reader: inout SettingReader) -> String? {
        guard let text = reader.string(entry) else { return nil }
        let digits = text.dropFirst()
        if text.hasPrefix("#"), digits.count == 6, digits.allSatisfy(\.isHexDigit) { return text }
        reader.report(entry, "a colour as #rrggbb, in quotes")
        return nil
    }
}
