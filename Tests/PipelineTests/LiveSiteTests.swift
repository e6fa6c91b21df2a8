import Diagnostics
import Foundation
import Paths
import Testing

@testable import Pipeline

@Suite struct LiveSiteTests {
    private static let files = [
        "SUMMARY.md": "* [Home](README.md)\n* [A](a.md)\n", "README.md": "# Home\n\n[a](a.md) ![](c.png)\n", "a.md": "# A\n\nText.\n",
        "c.png": "PNG",
    ]

    private func live(_ site: TemporarySite) -> LiveSite {
        LiveSite(options: BuildOptions(jobs: 2)) { () throws(SiteFolder.Missing) in try site.folder() }
    }

    private func html(_ version: SiteVersion, _ path: String) async -> String? {
        guard case .bytes(let bytes) = await version.content(at: path) else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test func aVersionHasWhatABuildWouldWrite() async throws {
        let site = try TemporarySite(Self.files)
        let version = try #require(try await live(site).update())
        _ = try await SiteBuilder(try site.folder(), options: BuildOptions(jobs: 1)).build()
        for path in ["", "a/", "a/index.md", "llms.txt", "llms-full.txt", "sitemap.xml", "_kb/search/index.json", "404.html"] {
            let file = path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path
            #expect(await html(version, path) == site.text("Output/" + file), "\(path)")
        }
    }

    @Test func addressesWithoutASlashAndAssetsAndWhatIsMissing() async throws {
        let site = try TemporarySite(Self.files)
        let version = try #require(try await live(site).update())
        guard case .redirect = await version.content(at: "a") else {
            Issue.record("a page without its slash is a folder")
            return
        }
        guard case .file(let location) = await version.content(at: "c.png") else {
            Issue.record("an asset is a file of the content")
            return
        }
        #expect(location.hasSuffix("/Content/c.png"))
        #expect(await version.content(at: "nowhere") == nil)
    }

    @Test func anEditMakesANewVersionOfThePageAlone() async throws {
        let site = try TemporarySite(Self.files)
        let live = live(site)
        let first = try #require(try await live.update())
        #expect(try await live.update() == nil, "nothing changed")
        try site.write("# A\n\nOther text.\n", to: "Content/a.md")
        let second = try #require(try await live.update(touched: [site.location + "/Content/a.md"]))
        #expect(second.number == 2)
        #expect(second.revisions == [1, 2])
        #expect(try #require(await html(second, "a/")).contains("Other text."))
        #expect(try #require(await html(first, "a/")).contains("Text."), "the version before stays what it was")
    }

    @Test func anEditOfATemplateMakesEveryPageNew() async throws {
        let site = try TemporarySite(Self.files)
        try site.write("<footer>One</footer>", to: "Templates/footer.mustache")
        let live = live(site)
        _ = try await live.update()
        try site.write("<footer>Two</footer>", to: "Templates/footer.mustache")
        let second = try #require(try await live.update())
        #expect(second.revisions == [2, 2])
        #expect(try #require(await html(second, "")).contains("<footer>Two</footer>"))
    }

    @Test func aSiteThatCannotBeReadIsShownAsItWas() async throws {
        let site = try TemporarySite(Self.files)
        let live = live(site)
        _ = try await live.update()
        try FileManager.default.moveItem(atPath: site.location + "/Content", toPath: site.location + "/Elsewhere")
        let lost = try #require(try await live.update())
        #expect(lost.diagnostics.first?.rule == .fileUnreadable)
        #expect(await html(lost, "a/") != nil)
        #expect(try await live.update() == nil, "it is said once")
        try FileManager.default.moveItem(atPath: site.location + "/Elsewhere", toPath: site.location + "/Content")
        #expect(try #require(try await live.update()).diagnostics.allSatisfy { $0.rule != .fileUnreadable })
    }

    @Test func findingsAreThoseOfThePageAndOfWhatIsNoPage() async throws {
        let site = try TemporarySite(Self.files.merging(["a.md": "# A\n\n[dead](x.md)\n", "README.md": "# Home\n\n[dead](y.md)\n"]) { $1 })
        try site.write("titel: T\n", to: "kbgen.yml")
        let version = try #require(try await live(site).update())
        let found = version.diagnostics(ofPageAt: "a/")
        #expect(found.page.map(\.file) == ["a.md"])
        #expect(found.site.map(\.file) == [.settings("kbgen.yml")])
    }
}

extension SiteVersion.Content: Equatable {
    public static func == (lhs: SiteVersion.Content, rhs: SiteVersion.Content) -> Bool {
        switch (lhs, rhs) {
        case (.bytes(let one), .bytes(let other)): one == other
        case (.file(let one), .file(let other)): one == other
        case (.redirect, .redirect): true
        default: false
        }
    }
}
