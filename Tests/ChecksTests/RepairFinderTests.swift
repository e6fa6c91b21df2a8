import Checks
import Testing

@Suite struct RepairFinderTests {
    @Test func correctsTheCaseOfAddresses() async throws {
        let folder = try ContentFolder([
            "README.md": "[page](Guide/Setup.md#part) ![](images/PIC.png)", "guide/setup.md": "# Setup\n\n## Part", "images/pic.png": "x",
        ])
        #expect(try await folder.repairs() == ["README.md": "[page](guide/setup.md#part) ![](images/pic.png)"])
    }

    @Test func findsMovedFilesByTheirName() async throws {
        let folder = try ContentFolder([
            "SUMMARY.md": "* [Home](README.md)\n* [Setup](old/setup.md)\n", "README.md": "[setup](old/setup.md#part \"title\")",
            "new folder/setup.md": "# Setup\n\n## Part",
        ])
        #expect(
            try await folder.repairs() == [
                "SUMMARY.md": "* [Home](README.md)\n* [Setup](new%20folder/setup.md)\n",
                "README.md": "[setup](new%20folder/setup.md#part \"title\")",
            ])
    }

    @Test func keepsAddressesWithMoreThanOnePossibleTarget() async throws {
        let folder = try ContentFolder(["README.md": "[x](old/x.md)", "a/x.md": "# A", "b/x.md": "# B"])
        #expect(try await folder.repairs().isEmpty)
    }

    @Test func doesNotGuessByCommonNames() async throws {
        let folder = try ContentFolder(["README.md": "[x](old/README.md)", "a/README.md": "# A"])
        #expect(try await folder.repairs().isEmpty)
    }

    @Test func replacesPlaceholdersByThePageWithThatTitle() async throws {
        let folder = try ContentFolder([
            "README.md": "[the setup guide](broken-reference) [other](broken-reference)", "setup.md": "# The setup guide",
        ])
        #expect(try await folder.repairs() == ["README.md": "[the setup guide](setup.md) [other](broken-reference)"])
    }

    @Test func aSingleWordMustBeSpelledLikeTheTitle() async throws {
        let folder = try ContentFolder(["README.md": "A [room](broken-reference), the [Room](broken-reference)", "room.md": "# Room"])
        #expect(try await folder.repairs() == ["README.md": "A [room](broken-reference), the [Room](room.md)"])
    }

    @Test func keepsPlaceholdersIfSeveralPagesHaveTheTitle() async throws {
        let folder = try ContentFolder([
            "SUMMARY.md": "* [Home](README.md)\n* [A](a.md)\n* [B](b.md)", "README.md": "[Set up](broken-reference)", "a.md": "# Set up",
            "b.md": "# Set up",
        ])
        #expect(try await folder.repairs().isEmpty)
    }

    @Test func changesLinksAndNotTheSameTextInCode() async throws {
        let folder = try ContentFolder(["README.md": "`[x](A.md)` and [x](A.md) and [y][r]\n\n[r]: A.md\n", "a.md": "# A"])
        #expect(try await folder.repairs() == ["README.md": "`[x](A.md)` and [x](a.md) and [y][r]\n\n[r]: a.md\n"])
    }

    @Test func countsTheCorrectedAddresses() async throws {
        let folder = try ContentFolder(["README.md": "[x](A.md) [y][r] [z][r]\n\n[r]: A.md\n", "a.md": "# A"])
        let repair = try #require(try await RepairFinder(folder.snapshot()).repairs.first)
        #expect(repair.count == 3)
        #expect(repair.before == Array("[x](A.md) [y][r] [z][r]\n\n[r]: A.md\n".utf8))
    }

    @Test func aSiteWithoutBrokenLinksNeedsNoRepairs() async throws {
        let folder = try ContentFolder(["README.md": "[a](a.md) [b](https://example.com)", "a.md": "# A"])
        #expect(try await folder.repairs().isEmpty)
    }
}
