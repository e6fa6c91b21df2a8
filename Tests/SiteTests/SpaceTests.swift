import Content
import Diagnostics
import Paths
import Testing

@testable import Site

@Suite struct SpaceTests {
    private func configuration(_ yaml: String) -> Configuration {
        var diagnostics: [Diagnostic] = []
        return Configuration(parsing: Array(yaml.utf8), file: .settings("kbgen.yml"), diagnostics: &diagnostics)
    }

    private func addresses(_ site: Site) -> [String: String] {
        Dictionary(uniqueKeysWithValues: site.pages.map { ($0.path.string, $0.address.string) })
    }

    @Test func aFolderIsOneSpace() async throws {
        let site = try await ContentFolder(["README.md": "# Home", "a.md": "# A"]).site()
        #expect(site.spaces.map(\.pages) == [0..<2])
        #expect(!site.spaces[0].settings.isRest)
    }

    @Test func theLanguagesOfABookAreSpacesInTheOrderOfTheirList() async throws {
        let site = try await ContentFolder([
            "LANGS.md": "* [日本語](ja)\n* [English](en/)\n", "README.md": "# Book", "en/README.md": "# Start",
            "en/SUMMARY.md": "* [Start](README.md)\n* [A](a.md)", "en/a.md": "# A\n\n[root](/a.md)", "ja/README.md": "# 始め",
            "ja/a.md": "# あ",
        ]).site()
        #expect(site.spaces.map(\.settings.title) == ["", "日本語", "English"])
        #expect(site.spaces.map(\.language) == ["en", "ja", "en"])
        #expect(site.spaces.map { $0.navigation.map(\.title) } == [["Book"], ["始め", "あ"], ["Start", "A"]])
        #expect(site.pages.map(\.language) == ["en", "ja", "ja", "en", "en"])
        let start = try #require(site.page(at: "en"))
        #expect(start.previous == nil && start.next.map { site.pages[$0].address } == "en/a", "“next” stays in the space")
        #expect(site.page(at: "en/a")?.targets == [.page(4, fragment: nil)], "a slash is the root of the space")
    }

    @Test func withoutAPageOfItsOwnTheRootLeadsToTheFirstSpace() async throws {
        let site = try await ContentFolder([
            "LANGS.md": "* [English](en)\n* [Deutsch](de)\n", "en/x.md": "# X", "de/README.md": "# Y",
        ]).site()
        #expect(addresses(site) == ["en/x.md": "en", "de/README.md": "de"])
        #expect(site.redirects.map(\.file) == ["en/x/index.html", "index.html"])
        #expect(site.redirects.last?.target == .page(0, fragment: nil))
    }

    @Test func gitBooksSectionsAndVariantsHaveGitBooksAddresses() async throws {
        let site = try await ContentFolder([
            "docs.yaml": """
            site:
              title: Docs
              structure:
                - type: section
                  key: s1
                  title: Guide
                  path: guide
                  default: true
                  children:
                    - {type: space, key: a, title: English, default: true, content: {directory: ./guide/en, language: en}}
                    - {type: space, key: b, title: Français, path: fr, content: {directory: ./guide/fr, language: fr}}
                    - {type: space, key: c, title: 日本語, path: ja, content: {directory: null, language: ja}}
                - type: section-group
                  title: More
                  children:
                    - type: section
                      title: Reference
                      path: ref
                      children:
                        - {type: space, key: d, title: API, content: {directory: api}}
            """, "README.md": "of the repository", "guide/en/README.md": "# Start",
            "guide/en/a.md": "[api](https://app.gitbook.com/s/ID/x#y)",
            "guide/fr/README.md": "# Début", "guide/fr/a.md": "# A", "api/README.md": "# API", "api/x.md": "# X\n\n## Y",
        ]).site(configuration("spaces: {ID: api}"))
        #expect(site.title == "Docs")
        #expect(
            addresses(site) == [
                "guide/en/README.md": "", "guide/en/a.md": "a", "guide/fr/README.md": "fr", "guide/fr/a.md": "fr/a", "api/README.md": "ref",
                "api/x.md": "ref/x",
            ])
        #expect(site.spaces.map(\.settings.section) == ["", "Guide", "Guide", "Reference"])
        let x = try #require(site.page(at: "ref/x"))
        #expect(site.page(at: "a")?.targets == [.page(x.id, fragment: "y")])
        #expect(site.diagnostics.map(\.rule) == [.spaceMissing], "the one that GitBook keeps")
        #expect(site.diagnostics.first?.position.line == 12)
    }

    @Test func theSettingsNameSpaces() async throws {
        let yaml = """
            spaces:
              - {folder: v2, title: "2.0", version: "2.0", address: ""}
              - {folder: v1, version: "1.0", state: old}
              - {folder: v3}
            """
        let site = try await ContentFolder(["v1/README.md": "# One", "v2/README.md": "# Two", "v2/x.md": "# X", "other/z.md": "# Z"])
            .site(configuration(yaml))
        #expect(addresses(site) == ["v2/README.md": "", "v2/x.md": "x", "v1/README.md": "v1"], "what is in no space is not published")
        #expect(site.spaces.map(\.settings.state) == [.latest, .latest, .old])
        #expect(site.diagnostics.map(\.rule) == [.spaceMissing])
    }

    @Test func foldersWithTablesOfTheirOwnAreProposedAsSpaces() async throws {
        let site = try await ContentFolder([
            "README.md": "# Home", "a/SUMMARY.md": "* [A](README.md)", "a/README.md": "# A", "b/SUMMARY.md": "* [B](README.md)",
            "b/README.md": "# B",
        ]).site()
        #expect(site.spaces.count == 1)
        #expect(site.diagnostics.map(\.rule) == [.spaceUndeclared])
    }

    @Test func aCachedSnapshotKnowsItsSpaces() async throws {
        let folder = try ContentFolder([
            "LANGS.md": "* [English](en)\n* [Deutsch](de)\n", "en/README.md": "# X", "de/README.md": "# Y", "de/z.md": "# Z",
        ])
        let loader = folder.loader()
        let snapshot = try await loader.load()
        try folder.write("# Y\n\nMore.", to: "de/README.md")
        let (next, change) = try loader.resume(snapshot.cached, try await loader.manifest(), changed: ["de/README.md"])
        guard case .pages([1]) = change else { return #expect(Bool(false), "one page changed") }
        #expect(next.site.spaces.map(\.pages) == snapshot.site.spaces.map(\.pages))
        #expect(next.site.pages.map(\.language) == ["en", "de", "de"])
        #expect(next.site.spaces[2].navigation.map(\.title) == ["Y", "Z"])
    }

    @Test func whatALanguageLacksStandsThereInTheOriginal() async throws {
        let folder = try ContentFolder([
            "LANGS.md": "* [English](en)\n* [Deutsch](de)\n* [Français](fr)\n", "en/README.md": "# Start", "en/a.md": "# A",
            "en/b/c.md": "# C\n\nText.",
            "de/README.md": "# Anfang", "de/a.md": "# A", "fr/README.md": "# Début",
        ])
        let site = try await folder.site()
        #expect(site.variants.standIns.map(\.address) == ["de/b/c"], "French has too few pages to be a translation")
        #expect(site.variants.standIns.map { site.pages[$0.page].path } == ["en/b/c.md"])
    }

    @Test func aTranslationKnowsWhatItWasMadeOf() async throws {
        let folder = try ContentFolder([
            "LANGS.md": "* [English](en)\n* [Deutsch](de)\n", "en/README.md": "# Start\n",
            "de/README.md": "---\ntranslation-of: x\n---\n# Anfang\n",
            "de/b.md": "---\ntranslation-of: x\n---\n# Ohne Vorlage\n",
        ])
        let stale = try await folder.site()
        #expect(stale.diagnostics.map(\.rule) == [.translationStale, .translationStale])
        let hash = try #require(stale.page(at: "en")).document.bodyHash
        #expect(stale.isStale(try #require(stale.page(at: "de"))))
        #expect(stale.diagnostics.first { $0.file == .content("de/README.md") }?.help?.contains("translation-of: \(hash)") == true)
        try folder.write("---\ntranslation-of: \(hash)\n---\n# Anfang\n", to: "de/README.md")
        try folder.remove("de/b.md")
        let snapshot = try await folder.loader().load()
        #expect(snapshot.site.diagnostics.isEmpty)
        // An edit of the original concerns its translations.
        try folder.write("# Start\n\nMore.\n", to: "en/README.md")
        let (next, change) = try await folder.loader().update(snapshot)
        guard case .everything = change else { return #expect(Bool(false), "the translation shows it") }
        #expect(next.site.diagnostics.map(\.rule) == [.translationStale])
    }

    @Test func aPageThatAnotherSpaceListsHasItsPlaceInItsOwnAlone() async throws {
        let site = try await ContentFolder([
            "SUMMARY.md": "* [A](a.md)\n* [B](b.md)\n* [API](api/README.md)\n* [X](api/x.md)", "a.md": "# A", "b.md": "# B",
            "api/SUMMARY.md": "* [API](README.md)", "api/README.md": "# API", "api/x.md": "# X",
        ]).site(configuration("spaces: [{folder: api}]"))
        #expect(site.page(at: "api")?.trail == [0])
        #expect(site.page(at: "api/x")?.trail == [], "its own space does not list it")
        let b = try #require(site.page(at: "b"))
        #expect(b.next == nil, "“next” stays in the space")
    }

    @Test func aSpaceThatCameIsSeenByTheNextBuild() async throws {
        let folder = try ContentFolder([
            "LANGS.md": "* [English](en)\n", "en/README.md": "# X", "fr/README.md": "# Y",
        ])
        let loader = folder.loader()
        let snapshot = try await loader.load()
        try folder.write("* [English](en)\n* [Français](fr)\n", to: "LANGS.md")
        let manifest = try await loader.manifest()
        #expect(throws: RebuildReason.self) { try loader.resume(snapshot.cached, manifest, changed: ["LANGS.md"]) }
    }

    @Test func sectionsOfOneTitleStayApartAndTheOrderIsThatOfTheList() async throws {
        let yaml = "spaces: [{folder: en, language: en}, {folder: ., language: de}]"
        let site = try await ContentFolder(["en/README.md": "# A", "README.md": "# B"]).site(configuration(yaml))
        #expect(site.variants.sections.map(\.spaces) == [[1, 0]], "the first language is the first of the list")
        let docs = try await ContentFolder([
            "docs.yaml": """
            site:
              structure:
                - {type: section, title: API, path: cloud, children: [{type: space, key: a, content: {directory: cloud}}]}
                - {type: section, title: API, path: server, children: [{type: space, key: b, content: {directory: server}}]}
            """, "cloud/README.md": "# A", "server/README.md": "# B",
        ]).site()
        #expect(docs.variants.sections.map(\.title) == ["API", "API"])
    }
}
