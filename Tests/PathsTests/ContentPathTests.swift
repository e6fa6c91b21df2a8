import Testing

@testable import Paths

@Suite struct ContentPathTests {
    @Test(arguments: [
        ("a.md", "", "a.md"), ("a.md", "x/y", "x/y/a.md"), ("../a.md", "x/y", "x/a.md"), ("../../../a.md", "x", "a.md"),
        ("./a//b/./c", "x", "x/a/b/c"), ("/a", "x", "a"), ("..", "x", ""), (".", "x/y", "x/y"), ("", "x", "x"),
    ]) func resolvesReferencesFromAFolder(reference: String, folder: String, expected: String) {
        #expect(ContentPath(folder).resolving(reference).string == expected)
    }

    @Test(arguments: [
        ("../a.md", "x", false), ("../../a.md", "x", true), ("/..", "x/y", true), ("a/../b", "", false), ("a/../../b", "", true),
    ])
    func tellsReferencesThatClimbAboveTheRoot(reference: String, folder: String, expected: Bool) {
        #expect(ContentPath(folder).isLeft(by: reference) == expected)
    }

    @Test(arguments: [("a/b/c.md", "a/x/y", "../../b/c.md"), ("a.md", "", "a.md"), ("a/b.md", "a", "b.md"), ("a.md", "a", "../a.md")])
    func leadsFromOneFolderToAFile(path: String, folder: String, expected: String) {
        #expect(ContentPath(path).reference(from: ContentPath(folder)) == expected)
    }

    @Test func isTakenApartByNames() {
        let path: ContentPath = "a/b.c/d.tar.GZ"
        #expect(path.name == "d.tar.GZ")
        #expect(path.folder == "a/b.c")
        #expect(path.names == ["a", "b.c", "d.tar.GZ"])
        #expect(path.fileExtension == "gz")
        #expect(path.withoutExtension == "a/b.c/d.tar")
        #expect(ContentPath("a/.hidden").fileExtension == "", "a dot that begins a name is part of the name")
        #expect(ContentPath("a.b/c").withoutExtension == "a.b/c")
    }

    @Test func liesInAFolderByWholeNames() {
        #expect(ContentPath("a/b").isInside("a"))
        #expect(ContentPath("a").isInside("a"))
        #expect(!ContentPath("ab").isInside("a"))
        #expect(ContentPath("a").isInside(.root))
    }

    @Test func isOrderedByBytesOnEveryMachine() {
        let paths: [ContentPath] = ["ä", "a/b", "Z", "a.md", "z"]
        #expect(paths.sorted() == ["Z", "a.md", "a/b", "z", "ä"])
    }
}

@Suite struct SourceFileTests {
    @Test func oneNameOfDifferentKindsIsDifferentFiles() {
        let page = SourceFile.content("Templates/a.md")
        let template = SourceFile.template("a.md")
        #expect(page.displayPath == template.displayPath)
        #expect(page != template)
        #expect([template, page].sorted() == [page, template])
    }
}
