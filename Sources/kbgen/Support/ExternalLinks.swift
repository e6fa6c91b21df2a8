import Bytes
import Checks
import Diagnostics
import Files
import Pipeline
import Platform

/// Asks other hosts whether links to them are alive. `curl` (https://curl.se) does it: it knows TLS, proxies and certificates, and is everywhere.
struct ExternalLinks: Sendable {
    /// The folder in which answers are remembered.
    let cacheFolder: String
    let terminal: Terminal

    /// How many are asked at once, for how many seconds, and how often again.
    private static let atOnce = 8
    private static let patience = 20
    private static let retries = 2
    /// For how many seconds an answer is remembered.
    private static let memory = 86_400

    /// What a host said: a status of HTTP, or why there is none.
    private struct Answer {
        var status: Int
        var reason: String
        /// When it was said, in seconds since 1970.
        var time = 0

        /// Who refuses a program, or asks it to wait, is alive.
        var isAlive: Bool { (200..<400).contains(status) || [401, 403, 405, 406, 418, 429, 451, 501, 503, 999].contains(status) }
    }

    /// The findings about links that lead nowhere.
    func diagnostics(_ links: [ExternalLink]) async -> [Diagnostic] {
        let cacheFile = cacheFolder + "/links"
        var answers = Self.remembered(cacheFile)
        let open = Set(links.map(\.url)).subtracting(answers.keys).sorted()
        if !open.isEmpty {
            terminal.progress("Asking for \(open.count) addresses")
            guard var asked = ask(open, by: ["--head"]) else {
                terminal.progress("")
                Terminal.say("kbgen: links to other hosts are not checked: the program “curl” cannot be run; install it")
                return []
            }
            // Some answer wrong, or not at all, when asked for the head alone.
            let doubtful = open.filter { asked[$0]?.isAlive != true || asked[$0]?.status == 405 }
            if !doubtful.isEmpty, let second = ask(doubtful, by: ["--range", "0-0", "--get"]) { asked.merge(second) { _, new in new } }
            terminal.progress("")
            answers.merge(asked) { _, new in new }
            Self.remember(answers.filter { $0.value.isAlive }, open, cacheFile)
        }
        return links.compactMap { link in
            guard let answer = answers[link.url], !answer.isAlive else { return nil }
            let reason = answer.status > 0 ? "the answer is \(answer.status)" : answer.reason
            return Diagnostic(
                .linkDead, in: link.file, at: link.position, "“\(link.url)” is dead: \(reason)",
                help: "link to where it is now, or take the link out")
        }
    }

    // MARK: curl

    /// Asks for addresses; nil where the program is not there.
    private func ask(_ urls: [String], by options: [String]) -> [String: Answer]? {
        let folder = FileSystem.temporaryFolder
        let list = folder + "/urls"
        guard (try? FileSystem.makeFolder(folder)) != nil else { return nil }
        defer { try? FileSystem.remove(folder) }
        var text = ""
        for url in urls where !url.contains(where: { $0 == "\"" || $0 == "\\" || $0.isNewline }) {
            text += "url = \"\(url)\"\noutput = \"/dev/null\"\n"
        }
        guard (try? FileSystem.write(Array(text.utf8), to: list)) != nil else { return nil }
        let arguments =
            [
                "curl", "--silent", "--location", "--globoff", "--parallel", "--parallel-max", String(Self.atOnce), "--max-time",
                String(Self.patience), "--retry", String(Self.retries),
                "--proto", "=http,https", "--proto-redir", "=http,https", "--user-agent",
                "Mozilla/5.0 (compatible; kbgen/\(KBGen.version))", "--no-progress-meter",
                "--write-out", "%{urlnum}\\t%{http_code}\\t%{errormsg}\\n", "--config", list,
            ] + options
        var output: [UInt8] = []
        let code = ChildProcess.run(arguments) {
            output += $0
            return true
        }
        guard code != nil else { return nil }
        let sent = urls.filter { !$0.contains(where: { $0 == "\"" || $0 == "\\" || $0.isNewline }) }
        var answers: [String: Answer] = [:]
        for line in output.split(separator: 0x0A) {
            let parts = String(decoding: line, as: UTF8.self).split(separator: "\t", omittingEmptySubsequences: false)
            guard parts.count == 3, let number = Int(parts[0]), sent.indices.contains(number), let status = Int(parts[1]) else { continue }
            answers[sent[number]] = Answer(status: status, reason: String(parts[2]))
        }
        return answers
    }

    // MARK: Memory

    /// What was found alive within the last day: lines of a time and a URL.
    private static func remembered(_ file: String) -> [String: Answer] {
        let now = time(nil)
        var answers: [String: Answer] = [:]
        for line in ((try? FileSystem.read(file)) ?? nil)?.split(separator: 0x0A) ?? [] {
            let parts = String(decoding: line, as: UTF8.self).split(separator: " ", maxSplits: 1)
            guard parts.count == 2, let then = Int(parts[0]), (0..<memory).contains(now - then) else { continue }
            answers[String(parts[1])] = Answer(status: 200, reason: "", time: then)
        }
        return answers
    }

    private static func remember(_ alive: [String: Answer], _ asked: [String], _ file: String) {
        let now = time(nil)
        var lines = remembered(file).map { "\($0.value.time) \($0.key)\n" }.sorted().joined()
        for url in asked where alive[url] != nil { lines += "\(now) \(url)\n" }
        let folder = file.locationFolder
        guard (try? FileSystem.makeFolder(folder)) != nil, FileSystem.kind(of: folder, followingSymlinks: false) == .folder else { return }
        try? FileSystem.replace(file, with: Array(lines.utf8))
    }
}
