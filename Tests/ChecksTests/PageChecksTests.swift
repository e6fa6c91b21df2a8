import Testing

@Suite struct PageChecksTests {
    private func page(_ text: String) throws -> ContentFolder { try ContentFolder(["README.md": text, "a.png": "x"]) }

    @Test func reportsSkippedHeadingLevels() async throws {
        let folder = try page("# A\n\n### B\n\n#### C\n\n## D\n")
        #expect(try await folder.diagnostics(.headingSkip) == ["README.md:3: “B” is a heading of level 3 below one of level 1"])
    }

    @Test(arguments: [
        ("![](a.png)\n", 1), ("<img src=\"a.png\">\n", 1), ("![ ](a.png)\n", 1), ("![A chart](a.png)\n", 0),
        ("<img src=\"a.png\" alt=\"A\">\n", 0),
        ("<figure><img src=\"a.png\"><figcaption>A chart</figcaption></figure>\n", 0), ("<img src=\"a.png\" role=\"presentation\">\n", 0),
        ("Press ![](a.png) to save.\n", 0),
    ]) func reportsPicturesWithoutADescription(text: String, count: Int) async throws {
        #expect(try await page(text).files(.altMissing).count == count)
    }

    @Test func reportsPagesWithoutADescription() async throws {
        #expect(try await page("# A").files(.descriptionMissing) == ["README.md"])
        #expect(try await page("---\ndescription: About A\n---\n# A").files(.descriptionMissing) == [])
    }

    @Test(arguments: [("word ", 4_001, true), ("word ", 3_900, false), ("文字", 4_100, true), ("文字", 3_900, false)])
    func reportsLongPages(text: String, repetitions: Int, isLong: Bool) async throws {
        let folder = try page(String(repeating: text, count: repetitions))
        #expect(try await folder.files(.pageLong) == (isLong ? ["README.md"] : []))
    }

    @Test func changeLogsCanBeLong() async throws {
        let folder = try ContentFolder(["README.md": "[c](changelog.md)", "changelog.md": String(repeating: "word ", count: 4_001)])
        #expect(try await folder.files(.pageLong) == [])
    }

    @Test func reportsEqualTitlesIgnoringCase() async throws {
        let folder = try ContentFolder([
            "SUMMARY.md": "* [1](README.md)\n* [2](a.md)\n* [3](b.md)", "README.md": "# Home", "a.md": "# Set up",
            "b.md": "text\n\n# Set Up",
        ])
        #expect(try await folder.diagnostics(.titleDuplicate) == ["b.md:3: the title “Set Up” is also that of “a.md”"])
    }
}
