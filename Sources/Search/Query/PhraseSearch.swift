/// Searches a page for quoted phrases.
enum PhraseSearch {
    /// Whether a page has all phrases, each a list of terms that must follow one another.
    /// - Parameter html: the whole page. Only its `<article>` is searched, if it has one.
    static func contains(_ phrases: [[String]], in html: [UInt8]) -> Bool {
        var terms: [String] = []
        var tokenizer = Tokenizer()
        let append = { (term: UnsafeBufferPointer<UInt8>, role: Tokenizer.Role) in
            if role != .component { terms.append(String(decoding: term, as: UTF8.self)) }
        }
        HTMLTextReader.read(article(html), sectionTitles: [:]) { event in
            switch event {
            case .text(let bytes, _): tokenizer.read(bytes, append)
            case .reference(var text, _): text.withUTF8 { tokenizer.read($0, append) }
            case .section, .title, .boundary, .codeEnd: tokenizer.end(append)
            }
        }
        return phrases.allSatisfy { phrase in
            terms.count >= phrase.count
                && (0...(terms.count - phrase.count)).contains { start in
                    terms[start..<(start + phrase.count)].elementsEqual(phrase) { $0.hasBytes(of: $1) }
                }
        }
    }

    /// From the first `<article` to the last `</article>`.
    private static func article(_ html: [UInt8]) -> [UInt8] {
        let (startTag, endTag) = (Array("<article".utf8), Array("</article>".utf8))
        let start = html.indices.first { html[$0] == startTag[0] && html[$0...].starts(with: startTag) } ?? 0
        let end = html.indices.last { html[$0] == endTag[0] && html[$0...].starts(with: endTag) } ?? html.count
        return start < end ? Array(html[start..<end]) : html
    }
}
