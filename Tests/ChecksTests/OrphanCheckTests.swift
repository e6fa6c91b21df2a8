import Testing

@Suite struct OrphanCheckTests {
    @Test func reportsPagesThatAreNeitherListedNorLinked() async throws {
        let folder = try ContentFolder([
            "SUMMARY.md": "* [Home](README.md)", "README.md": "[linked](linked.md)", "linked.md": "# L", "orphan.md": "# O",
            "a/b.md": "# B",
        ])
        #expect(
            try await folder.diagnostics(.pageOrphan) == [
                "a/b.md:1: the page is neither listed nor linked, and not published",
                "orphan.md:1: the page is neither listed nor linked, and not published",
            ])
    }

    @Test func includedFilesAreNotOrphans() async throws {
        let folder = try ContentFolder([
            "SUMMARY.md": "* [Home](README.md)", "README.md": "{% include \"part.md\" %}", "part.md": "text",
        ])
        #expect(try await folder.files(.pageOrphan) == [])
    }

    @Test(arguments: ["CONTRIBUTING.md", "pull-request-template.md", "LICENSE.md", ".gitbook/includes/a.md"])
    func filesOfTheRepositoryAndOfGitBookAreNotOrphans(name: String) async throws {
        let folder = try ContentFolder(["SUMMARY.md": "* [Home](README.md)", "README.md": "# Home", name: "# X"])
        #expect(try await folder.files(.pageOrphan) == [])
    }
}
