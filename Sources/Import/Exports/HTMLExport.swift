/// What exports in HTML have in common.
enum HTMLExport {
    /// Without what editors leave: empty paragraphs, classes, and elements that only hold others.
    static func cleaned(_ html: String) -> String {
        html.replacing(/<p[^>]*>(?:&nbsp;|\s|<br\s*\/?>)*<\/p>/, with: "").replacing(
            /\s(?:class|style|data-[\w-]+|dir|lang)="[^"]*"/, with: ""
        )
        .replacing(/<\/?(?:span|font|section|article)[^>]*>/, with: "").replacing("&nbsp;", with: " ").replacing("\u{A0}", with: " ")
    }

    /// With headings from level 2 down, since the title is level 1.
    static func headings(_ lines: [SourceLine]) -> [SourceLine] {
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
