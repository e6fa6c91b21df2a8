import Bytes
import Diagnostics
import Labels

/// JSON Schemas (draft 2020-12, https://json-schema.org) of what writers keep in YAML, for editors that complete and check it.
package enum Schemas {
    /// Of a page's front matter. Fields of other programs are allowed there.
    package static var frontMatter: JSON {
        let visible = JSON.object([
            ("type", .string("object")),
            ("properties", .object([("visible", .object([("type", .string("boolean")), ("default", .bool(true))]))])),
        ])
        let layout =
            ["title", "description", "tableOfContents", "outline", "pagination", "cover", "metadata", "actions", "tags"].map {
                ($0, visible)
            }
            + [("width", choice(["default", "wide"], "“wide” gives the text more room."))]
        return object(
            "Front matter of a kbgen page", isOpen: true,
            [
                ("title", text("The title of a page that has no level-one heading.")),
                ("description", text("What the page is for, in a sentence: it stands below the title, in search results and in previews.")),
                ("hidden", flag("Takes the page out of the navigation; it is still published.")),
                ("noIndex", flag("Leaves the page out of the site's own search.")),
                ("noRobotsIndex", flag("Asks search engines to leave the page out.")),
                ("last-updated", text("The day when the page last changed, such as 2026-05-31, in place of what Git says.")),
                ("translation-of", text("Which text of the original this translation was made of, as kbgen names it.")),
                ("icon", text("The name of an icon before the title, such as “gear”.")),
                ("cover", text("A picture above the title, by its path relative to the page.")),
                (
                    "tags",
                    .object([
                        ("description", .string("What the page is about.")), ("type", .string("array")),
                        (
                            "items",
                            .object([
                                (
                                    "anyOf",
                                    .array([
                                        .object([("type", .string("string"))]),
                                        .object([("type", .string("object")), ("required", .array([.string("tag")]))]),
                                    ])
                                )
                            ])
                        ),
                    ])
                ),
                (
                    "vars",
                    .object([
                        ("description", .string("Variables of the page, which expressions call page.vars.")), ("type", .string("object")),
                    ])
                ),
                ("if", text("A condition. Where it does not hold, the page is hidden.")),
                (
                    "guide",
                    .object([
                        ("description", .string("Whether the page is read as a guide: true, false, or left to kbgen.")),
                        ("type", .string("boolean")),
                    ])
                ),
                (
                    "layout",
                    .object([
                        ("description", .string("Which parts of the page are shown; “landing” for a first page that leads to all groups.")),
                        ("type", .array([.string("object"), .string("string")])), ("properties", .object(layout)),
                    ])
                ),
            ])
    }

    /// Of `kbgen.yml`.
    package static var configuration: JSON {
        object(
            "Settings of a kbgen site", isOpen: false,
            [
                ("title", text("The name of the site.")),
                ("description", text("One sentence about the site.")),
                ("language", text("The language tag of the pages, such as en, de or pt-BR.")),
                ("base-url", pattern("^https?://\\S+$", "Where the site will stand, such as https://help.example.com/.")),
                ("last-updated", flag("Pages say when they last changed, as Git knows it.")),
                ("edit-url", text("A URL with {path} in it, under which a page's source can be edited.")),
                (
                    "support",
                    text("Where a reader turns whom nothing helped: an e-mail address, or a URL with {summary}, {title} or {url} in it.")
                ),
                ("social-image", text("An image of the content that other sites show beside links to pages without a cover.")),
                ("version", text("What the site calls its edition.")), ("versions", versions), ("notice", notice),
                ("insights", text("The endpoint to which readers' browsers send what happened in guides.")),
                ("labels", labels),
                ("redirects", map("Old addresses and where they lead.")),
                (
                    "publish",
                    .object([
                        ("description", .string("Files and folders of the content that are published although no page names them.")),
                        (
                            "anyOf",
                            .array([
                                .object([("type", .string("string"))]),
                                .object([("type", .string("array")), ("items", .object([("type", .string("string"))]))]),
                            ])
                        ),
                    ])
                ),
                (
                    "rules",
                    object(
                        "The severities of rules, where they are not the default.", isOpen: false,
                        Rule.allCases.map { rule in
                            (
                                rule.rawValue,
                                .object([
                                    ("enum", .array([.string("error"), .string("warning"), .string("off"), .bool(false)])),
                                    ("default", .string(rule.severity.rawValue)),
                                ])
                            )
                        })
                ),
                (
                    "schemes",
                    .object([
                        ("description", .string("Schemes of links that are allowed besides http, https, mailto, tel, sms and ftp.")),
                        ("type", .string("array")), ("items", .object([("type", .string("string"))])),
                    ])
                ),
                ("spaces", spaces),
                (
                    "visitor",
                    .object([
                        ("description", .string("What conditions ask about the visitor, as GitBook's visitor.")),
                        ("type", .string("object")),
                    ])
                ),
            ] + appearance)
    }

    private static var appearance: [(String, JSON)] {
        [
            ("logo", text("A picture of the content in the header, by its path in the content.")),
            ("favicon", text("A picture of the content in the browser's tab, by its path in the content.")),
            ("accent", pattern("^#[0-9A-Fa-f]{6}$", "The colour of links and marks, as #rrggbb, in quotes.")),
            ("links", map("Links in the header: titles and addresses.")), ("footer", text("Text at the foot of every page.")),
            ("footer-links", map("Links at the foot of every page: titles and addresses.")),
        ]
    }

    private static var labels: JSON {
        object(
            "What the interface says, where it is not what kbgen says.", isOpen: false,
            Labels.english.map { ($0.key, .object([("type", .string("string")), ("default", .string($0.value))])) })
    }

    private static var notice: JSON {
        let list = JSON.object([("type", .string("array")), ("items", .object([("type", .string("string"))]))])
        let notice = object(
            "An announcement.", isOpen: false,
            [
                ("text", text("What it says.")), ("url", text("Where its link leads, from the root of the site.")),
                ("link", text("What the link says.")), ("from", text("When it begins, such as 2026-03-01T09:30Z.")),
                ("until", text("When it ends.")), ("pages", list), ("errors", list),
            ])
        return .object([
            ("description", .string("What is announced on the pages.")),
            ("anyOf", .array([notice, .object([("type", .string("array")), ("items", notice)])])),
        ])
    }

    private static var versions: JSON {
        let version = object(
            "A version.", isOpen: false,
            [
                ("title", text("What readers call it.")), ("url", text("Its root, relative to that of this site or absolute.")),
                ("state", choice(SpaceSettings.State.allCases.map(\.rawValue), "What it is to readers; old where it is not said.")),
            ])
        return .object([
            ("description", .string("The versions of the site, each a site of its own.")), ("type", .string("array")), ("items", version),
        ])
    }

    private static var spaces: JSON {
        let space = object(
            "A space of the site.", isOpen: false,
            [
                ("folder", text("The folder of its pages, relative to the content.")), ("title", text("What readers call it.")),
                ("section", text("The title of the section that it is a variant of.")), ("language", text("A language tag, such as en.")),
                ("version", text("The version that it describes.")),
                ("state", choice(SpaceSettings.State.allCases.map(\.rawValue), "What the version is to readers.")),
                ("address", text("The address of its first page.")), ("id", text("Its id in links to app.gitbook.com.")),
                ("url", text("Where a space that is elsewhere is.")), ("hidden", flag("Whether tabs and menus leave it out.")),
                ("labels", labels),
            ] + appearance)
        return .object([
            ("description", .string("The spaces of the site, or where GitBook's spaces are by their ids.")),
            (
                "anyOf",
                .array([
                    .object([("type", .string("array")), ("items", space)]),
                    map("Where GitBook's spaces are, by their ids: a URL, or a folder of the content."),
                ])
            ),
        ])
    }

    private static func object(_ description: String, isOpen: Bool, _ properties: [(String, JSON)]) -> JSON {
        .object([
            ("$schema", .string("https://json-schema.org/draft/2020-12/schema")), ("description", .string(description)),
            ("type", .string("object")),
            ("properties", .object(properties)), ("additionalProperties", .bool(isOpen)),
        ])
    }

    private static func text(_ description: String) -> JSON {
        .object([("description", .string(description)), ("type", .array([.string("string"), .string("number"), .string("null")]))])
    }

    private static func flag(_ description: String) -> JSON {
        .object([("description", .string(description)), ("type", .string("boolean")), ("default", .bool(false))])
    }

    private static func pattern(_ pattern: String, _ description: String) -> JSON {
        .object([("description", .string(description)), ("type", .string("string")), ("pattern", .string(pattern))])
    }

    private static func choice(_ words: [String], _ description: String) -> JSON {
        .object([("description", .string(description)), ("enum", .array(words.map(JSON.string)))])
    }

    private static func map(_ description: String) -> JSON {
        .object([
            ("description", .string(description)), ("type", .string("object")),
            ("additionalProperties", .object([("type", .string("string"))])),
        ])
    }
}
