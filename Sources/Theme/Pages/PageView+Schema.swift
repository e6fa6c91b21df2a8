import Labels
import Mustache

extension PageView {
    private static let link: [(name: String, schema: Schema)] = [("title", .text), ("url", .text)]

    /// The names that templates can use, by which they are checked.
    static let schema = Schema.object([
        (
            "site",
            .object([
                ("title", .text), ("description", .text), ("language", .text), ("home", .text), ("logo", .text), ("favicon", .text),
                ("footer", .text), ("links", .list(.object(link))), ("hasFooterLinks", .flag), ("footerLinks", .list(.object(link))),
                ("baseURL", .text), ("space", .text),
            ])
        ),
        (
            "page",
            .object([
                ("title", .text), ("titleHTML", .text), ("titleAnchor", .text), ("description", .text), ("lead", .text), ("body", .text),
                ("hasBody", .flag), ("original", .object([("language", .text), ("direction", .text)])),
                ("language", .text), ("direction", .text), ("isWide", .flag), ("isHidden", .flag), ("showsTitle", .flag),
                ("showsSidebar", .flag), ("showsOutline", .flag), ("canonical", .text), ("markdown", .text), ("edit", .text),
                ("hasActions", .flag), ("icon", .text), ("hasTags", .flag), ("tags", .list(.object([("title", .text)]))), ("feed", .text),
                ("lastUpdated", .object([("date", .text), ("text", .text)])),
                ("cover", .object([("url", .text), ("width", .text), ("height", .text)])), ("guideMap", .text),
                ("guide", .text), ("guideAlone", .text), ("guideIntro", .text), ("isGuideOfSection", .flag), ("hasSteps", .flag),
                ("introduction", .text), ("rest", .text), ("structuredData", .text), ("image", .text), ("isLanding", .flag),
                ("cards", .text),
                ("hasProblems", .flag),
                ("problems", .list(.object(link))),
            ])
        ),
        (
            "files",
            .object([
                ("style", .text), ("customStyle", .text), ("boot", .text), ("script", .text), ("blocks", .text), ("checklist", .text),
                ("versions", .text), ("notice", .text),
                ("guideStart", .text),
                ("navigation", .text), ("root", .text),
                ("allPages", .text), ("llms", .text), ("search", .text), ("searchPage", .text), ("feed", .text), ("openSearch", .text),
            ])
        ),
        ("labels", .object(Labels.english.map { ($0.key, .text) })),
        ("hasBreadcrumbs", .flag),
        ("breadcrumbs", .list(.object(link))),
        ("hasOutline", .flag),
        ("outline", .list(.object([("title", .text), ("url", .text), ("isNested", .flag)]))),
        ("navigation", .text),
        ("hasSections", .flag),
        ("sections", .list(.object(link + [("isCurrent", .flag)]))),
        (
            "menus",
            .list(
                .object([
                    ("name", .text), ("current", .text),
                    ("entries", .list(.object(link + [("language", .text), ("direction", .text), ("isCurrent", .flag)]))),
                ]))
        ),
        ("alternates", .list(.object([("language", .text), ("url", .text)]))),
        ("version", .object([("text", .text), ("url", .text)])),
        ("translation", .object([("text", .text), ("url", .text)])),
        ("previous", .object(link)),
        ("next", .object(link)),
        ("target", .text),
        ("titles", .list(.object(link))),
        ("searchPages", .list(.object(link + [("language", .text)]))),
    ])
}
