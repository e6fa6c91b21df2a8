/// What exports in HTML have in common: what is done before pandoc reads them, and after.
enum HTMLExport {
    /// The Markdown of the HTML that an editor left.
    static func lines(_ html: String) throws(ImportSource.Failure) -> [SourceLine] {
        let text = try Pandoc.markdown(ofHTML: prepared(html)).replacing(/<summary>\s*(.*?)\s*<\/summary>/.dotMatchesNewlines()) {
            "<summary>\($0.1)</summary>\n"
        }
        .replacing(/<iframe[^>]*?src="([^"]+)"[^>]*>\s*<\/iframe>/) { "{% embed url=\"\($0.1.hasPrefix("//") ? "https:" : "")\($0.1)\" %}" }
        .replacing(/<span class="kbd">([^<]*)<\/span>/) { "<kbd>\($0.1)</kbd>" }
        .replacing(/<video([^>]*)>\s*<\/video>/) { "<video\($0.1)></video>" }
        return headings(SourceText(text).lines).map { line in
            guard !line.isCode else { return line }
            var line = line
            // Marks of GitHub's alerts, which pandoc takes for text.
            line.text = line.text.replacing(/^> \\\[!(\w+)\\\]/) { "> [!\($0.1)]" }
            // Ids of headings, as `prepared` has them.
            line.text = line.text.replacing(/\s?\\?\{#([\w.:-]+)\\?\}$/) { " <a href=\"#\($0.1)\" id=\"\($0.1)\"></a>" }
            return line
        }
    }

    /// Without what editors leave, such as empty paragraphs and classes. Callouts are quotations with GitHub's marks, which kbgen shows as hints.
    static func prepared(_ html: String) -> String {
        callouts(html).replacing(/<(script|style)[^>]*>.*?<\/(?:script|style)>/.dotMatchesNewlines().ignoresCase(), with: "").replacing(
            /<p[^>]*>(?:&nbsp;|\s|<br\s*\/?>)*<\/p>/, with: ""
        )
        .replacing(/<(h[1-6])([^>]*?)\sid="([\w.:-]+)"([^>]*)>(.*?)<\/h[1-6]>/.dotMatchesNewlines()) {
            "<\($0.1)>\($0.5) {#\($0.3)}</\($0.1)>"
        }
        .replacing(/<(pre|code)[^>]*class="[^"]*?(?:language|lang|brush|code)[-:]\s*(\w+)[^"]*"[^>]*>/) { "<\($0.1) kb=\"\($0.2)\">" }
        .replacing(/\s(?:class|style|data-[\w-]+|dir|lang)="[^"]*"/, with: "").replacing(" kb=\"", with: " class=\"")
        .replacing(/<\/?(?:span|font|section|article|div|aside|button|form)(?:\s[^>]*)?>/, with: "").replacing("&nbsp;", with: " ")
        .replacing(
            "\u{A0}", with: " ")
    }

    /// The mark for the class of a box; nil for an element that is none.
    private static func mark(_ attributes: Substring) -> String? {
        guard let match = attributes.firstMatch(of: /class="([^"]*)"/) else { return nil }
        let words = match.1.lowercased().split { !$0.isLetter }.map(String.init)
        let boxes: Set<String> = [
            "callout", "alert", "note", "warning", "tip", "info", "caution", "danger", "admonition", "notice", "notification", "important",
            "panel",
        ]
        guard words.contains(where: boxes.contains), !words.contains("title"), !words.contains("icon"), !words.contains("body"),
            !words.contains("header")
        else { return nil }
        if !Set(["danger", "error", "critical"]).isDisjoint(with: words) { return "CAUTION" }
        if !Set(["warning", "caution", "important"]).isDisjoint(with: words) { return "WARNING" }
        if !Set(["tip", "success"]).isDisjoint(with: words) { return "TIP" }
        return "NOTE"
    }

    /// Boxes that are paragraphs, and those that hold others.
    private static func callouts(_ source: String) -> String {
        let html = source.replacing(/<p((?:\s[^>]*)?)>(.*?)<\/p>/.dotMatchesNewlines()) { paragraph in
            mark(paragraph.1).map { "<blockquote><p>[!\($0)]</p><p>\(paragraph.2)</p></blockquote>" } ?? String(paragraph.0)
        }
        var out = ""
        var rest = html[...]
        // For each open element whether it is a box.
        var open: [Bool] = []
        while let tag = rest.firstMatch(of: /<(\/?)(?:div|aside|section)((?:\s[^>]*)?)>/.ignoresCase()) {
            out += rest[..<tag.range.lowerBound]
            rest = rest[tag.range.upperBound...]
            if tag.1.isEmpty {
                let mark = mark(tag.2)
                open.append(mark != nil)
                out += mark.map { "<blockquote><p>[!\($0)]</p>" } ?? String(tag.0)
            } else {
                out += open.popLast() ?? false ? "</blockquote>" : String(tag.0)
            }
        }
        // A box that is never closed ends with the text.
        out += rest
        for isBox in open.reversed() where isBox { out += "</blockquote>" }
        return out
    }

    /// With headings from level 2 down, since the title is level 1.
    private static func headings(_ lines: [SourceLine]) -> [SourceLine] {
        let levels = lines.filter { !$0.isCode && $0.text.hasPrefix("#") }.map { $0.text.prefix { $0 == "#" }.count }
        guard levels.min() == 1 else { return lines }
        return lines.map { line in
            guard !line.isCode, line.text.hasPrefix("#"), !line.text.hasPrefix("######") else { return line }
            var line = line
            line.text = "#" + line.text
            return line
        }
    }
}
