/// The terms of a page's text in their order, without components of compounds: what quoted phrases and runs of words are looked for in.
struct PageTerms {
    private var terms: [String] = []

    /// - Parameter html: the whole page. Only its `<article>` is read, if it has one.
    init(of html: [UInt8]) {
        var terms: [String] = []
        var tokenizer = Tokenizer()
        let append = { (term: UnsafeBufferPointer<UInt8>, role: Tokenizer.Role) in
            if role != .component { terms.append(String(decoding: term, as: UTF8.self)) }
        }
        HTMLTextReader.read(Self.article(html), sectionTitles: [:]) { event in
            switch event {
            case .text(let bytes, _): tokenizer.read(bytes, append)
            case .reference(var text, _): text.withUTF8 { tokenizer.read($0, append) }
            case .section, .title, .boundary, .codeEnd: tokenizer.end(append)
            }
        }
        self.terms = terms
    }

    /// Whether the page has a phrase, a list of terms that must follow one another.
    func contains(_ phrase: some RandomAccessCollection<String>) -> Bool {
        guard let first = phrase.first, terms.count >= phrase.count else { return false }
        return (0...(terms.count - phrase.count)).contains { start in
            terms[start].hasBytes(of: first) && terms[start..<(start + phrase.count)].elementsEqual(phrase) { $0.hasBytes(of: $1) }
        }
    }

    /// The share of some phrases that the page has, from 0 to 1.
    func share(of phrases: [ArraySlice<String>]) -> Double {
        phrases.isEmpty ? 0 : Double(phrases.count(where: contains)) / Double(phrases.count)
    }

    /// From the first `<article` to the last `</article>`.
    private static func article(_ html: [UInt8]) -> [UInt8] {
        let (startTag, endTag) = (Array("<article".utf8), Array("</article>".utf8))
        let start = html.indices.first { html[$0] == startTag[0] && html[$0...].starts(with: startTag) } ?? 0
        let end = html.indices.last { html[$0] == endTag[0] && html[$0...].starts(with: endTag) } ?? html.count
        return start < end ? Array(html[start..<end]) : html
    }
}
