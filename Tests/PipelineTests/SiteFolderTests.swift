import Foundation
import Testing

@testable import Pipeline

@Suite struct SiteFolderTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "kbgen-\(UUID().uuidString)").path()

    @Test func aNewSiteBuildsWithoutAFinding() async throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        #expect(try NewSite.write(to: folder))
        #expect(try !NewSite.write(to: folder), "nothing is written over")
        let report = try await SiteBuilder(SiteFolder(folder), options: BuildOptions(jobs: 1)).build()
        #expect(report.diagnostics.isEmpty)
        #expect(report.pages == 4)
        #expect(FileManager.default.fileExists(atPath: folder + "/Output/troubleshooting/app-does-not-start/index.html"))
    }

    @Test func aRepositoryIsContentAlone() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createDirectory(atPath: folder + "/Templates", withIntermediateDirectories: true)
        #expect(throws: SiteFolder.Missing.self) { try SiteFolder(folder) }
        try "# x".write(toFile: folder + "/README.md", atomically: true, encoding: .utf8)
        let found = try SiteFolder(folder + "/")
        #expect(found.content == folder)
        #expect(found.templates == nil, "a folder of that name is content there")
        #expect(found.output == folder + "/Output")
    }
}
