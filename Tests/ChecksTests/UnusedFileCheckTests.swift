import Testing

@Suite struct UnusedFileCheckTests {
    @Test func reportsPicturesAndIncludesThatNoPageUses() async throws {
        let folder = try ContentFolder([
            "README.md": "![shown](shown.png)\n\n{% include \".gitbook/includes/used.md\" %}", "shown.png": "x", "unused.png": "x",
            ".gitbook/assets/unused": "x", ".gitbook/includes/used.md": "text", ".gitbook/includes/unused.md": "text",
        ])
        #expect(try await folder.files(.assetUnused) == [".gitbook/assets/unused", "unused.png"])
        #expect(try await folder.files(.includeUnused) == [".gitbook/includes/unused.md"])
    }

    @Test func filesOfUnpublishedPagesAreUsed() async throws {
        let folder = try ContentFolder([
            "SUMMARY.md": "* [Home](README.md)", "README.md": "# Home", "draft.md": "![x](x.png)", "x.png": "x",
        ])
        #expect(try await folder.files(.pageOrphan) == ["draft.md"])
        #expect(try await folder.files(.assetUnused) == [])
    }

    @Test(arguments: ["Makefile", "script.py", "cover.jpg", "data.csv"])
    func filesForToolsAreNotReported(name: String) async throws {
        let folder = try ContentFolder(["README.md": "# Home", name: "x"])
        #expect(try await folder.files(.assetUnused) == [])
    }
}
