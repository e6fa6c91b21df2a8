import Testing

@testable import Search

@Suite struct SearcherTests {
    private static let pages: [(title: String, url: String, hasGuide: Bool, language: String, body: String)] = [
        (
            "Install the program", "install/", false, "en",
            "<p>How it is installed on Linux.</p><h2 id=\"windows\">On Windows</h2><p>Run the installer as administrator.</p>"
        ),
        (
            "Login fails", "login/", true, "en",
            "<h2 id=\"expired\">The token has expired</h2><pre><code>oauth2.TokenError: invalid_grant: token 8f3a expired at 2026-01-02\n</code></pre><h2 id=\"clock\">The clock is wrong</h2><p>Set the clock.</p>"
        ),
        (
            "Error codes", "codes/", false, "en",
            "<table><tr><td><code>E-1234</code></td><td>No such user</td></tr><tr><td>0x80070005</td><td>Access is denied</td></tr></table>"
        ),
        ("Webhooks", "hooks/", false, "en", "<p>A webhook calls you. Configure its address; the configuration is kept.</p>"),
        ("資料庫連線", "zh/", false, "zh", "<p>如何設定資料庫的連線逾時。</p>"),
        ("Install: Datenbank", "de/", false, "de", "<p>Die Größe der Datenbank. Install.</p>"),
        ("It\u{92}s \u{7F}odd", "odd/", false, "en", "<p>Pasted from a word processor.</p>"),
        ("हिन्दी में खोज", "hi/", false, "hi", "<p>हिन्दी</p>"),
        (
            "Notes", "notes/", false, "en",
            "<p>Words words words, the program, login, error, clock, token, and much more that somebody wrote down.</p>"
        ),
    ]

    private func files() async throws -> [String: [UInt8]] {
        let pages = Self.pages.map { page in
            (testPage(page.title, url: page.url, hasGuide: page.hasGuide, language: page.language), page.body)
        }
        return await SearchIndex(merging: [segment(pages)], jobs: 1).bytesByPath
    }

    private func searcher() async throws -> Searcher {
        let files = try await files()
        return try #require(Searcher { files[$0] })
    }

    @Test(arguments: [
        ("install program", "install/"), ("installing programs", "install/"), ("windows installer", "install/#windows"),
        ("E1234", "codes/"), ("e-1234", "codes/"),
        ("0x80070005", "codes/"), ("invalid grant", "login/#expired"), ("invalid_grant", "login/#expired"), ("web hook", "hooks/"),
        ("configu", "hooks/"), ("configuratoin", "hooks/"),
        ("TokenError: invalid_grant: token 77bc expired at 2031-12-30T04:11:09Z", "login/#expired"), ("資料庫", "zh/"), ("連線逾時", "zh/"),
        ("资料库的连线", "zh/"), ("grosse", "de/"),
        ("clok is wrong", "login/#clock"), ("pro", "install/"), ("odd", "odd/"), ("हिन", "hi/"),
    ])
    func findsFirst(_ query: String, _ url: String) async throws {
        var searcher = try await searcher()
        #expect(searcher.find(query).results.first?.url == url)
    }

    @Test func ranksPagesInTheReadersLanguageFirst() async throws {
        var searcher = try await searcher()
        #expect(searcher.find("install", language: "de").results.first?.url == "de/")
    }

    /// German has no stemmer, so other forms of a word are matched by their beginnings.
    @Test func matchesInflectionsInLanguagesWithoutAStemmer() async throws {
        var searcher = try await searcher()
        #expect(searcher.find("datenbanken", language: "de").results.first?.url == "de/")
        #expect(searcher.find("konfigurieren datenbankfehler", language: "de").results.isEmpty)
        #expect(searcher.find("datenbanken", language: "en").results.first?.url == "de/", "corrected as a misspelling")
    }

    @Test func findsOnlyPagesWithTheQuotedPhrase() async throws {
        var searcher = try await searcher()
        let html = Dictionary(
            uniqueKeysWithValues: Self.pages.map { ($0.url, Array("<main><nav>Set up</nav><article>\($0.body)</article></main>".utf8)) })
        #expect(searcher.find("\"the clock\"") { html[$0] }.results.map(\.url) == ["login/#clock", "login/#expired"])
        #expect(searcher.find("\"clock the\"") { html[$0] }.results.isEmpty)
        #expect(searcher.find("\"E-1234 no such\"") { html[$0] }.results.map(\.url) == ["codes/"], "table cells are separated")
        #expect(searcher.find("\"set up\"") { html[$0] }.results.isEmpty, "only the article is searched")
    }

    @Test func findsNothingForUnknownOrEmptyQueries() async throws {
        var searcher = try await searcher()
        for query in ["", "   ", "\"\"", "?", "qqqqqqqqqqqqq"] { #expect(searcher.find(query).results.isEmpty, "\(query)") }
    }

    @Test func failsWithoutAReadableIndex() {
        #expect(Searcher { _ in nil } == nil)
        #expect(Searcher { _ in Array("{\"format\": 99}".utf8) } == nil)
        #expect(Searcher { _ in [0xFF, 0x00] } == nil)
    }

    @Test(arguments: [
        ("\"pages\":\"[A-Za-z0-9_-]*\"", "\"pages\":\"\""),
        ("\"pages\":\"[A-Za-z0-9_-]*\"", "\"pages\":\"\(String(repeating: "_", count: 40))A\""),
        ("\\[\"de\",1\\]", "[\"de\",-1]"), ("\\[\"de\",1\\]", "[\"de\",9223372036854775807]"),
        ("\"rowLength\":[0-9]+", "\"rowLength\":9223372036854775807"),
        ("\"pagesPerBlock\":[0-9]+", "\"pagesPerBlock\":-1"),
    ])
    func survivesADamagedHeader(_ pattern: String, _ replacement: String) async throws {
        var files = try await files()
        let header = String(decoding: files["index.json"] ?? [], as: UTF8.self)
        let damaged = header.replacing(try Regex(pattern), with: replacement)
        #expect(damaged != header)
        files["index.json"] = Array(damaged.utf8)
        guard var searcher = Searcher(load: { [files] in files[$0] }) else { return }
        for query in ["install the program", "資料庫", "\"the clock\""] { _ = searcher.find(query, language: "de") }
    }

    @Test func survivesDamagedFiles() async throws {
        let files = try await files()
        var random = Random(3)
        for _ in 0..<200 {
            var searcher = try #require(
                Searcher { path in
                    guard var bytes = files[path], path != "index.json" else { return files[path] }
                    for _ in 0..<3 where !bytes.isEmpty {
                        bytes[Int(random.next()) % bytes.count] = UInt8(truncatingIfNeeded: random.next())
                    }
                    return bytes
                })
            _ = searcher.find("install the token error clock E-1234 prog")
        }
    }
}
