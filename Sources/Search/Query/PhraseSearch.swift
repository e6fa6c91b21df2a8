/// Looks for quoted phrases in a page.
enum PhraseSearch {
    /// Whether all the phrases, each as terms one behind the other, stand in the text of a page.
    /// - Parameter html: the whole page; what is outside of its article does not count.
    static func contains(_ phrases: [[String]], in html: [UInt8]) -> Bool {
        var words: [String] = []
        var tokenizer = Tokenizer()
        let keep = { (term: UnsafeBufferPointer<UInt8>, role: Tokenizer.Role) in
            if role != .part { words.append(String(decoding: term, as: UTF8.self)) }
        }
        HTMLTextReader.read(article(html), parts: [:]) { event in
            switch event {
            case .text(let bytes, _): tokenizer.read(bytes, keep)
            case .reference(var text, _): text.withUTF8 { tokenizer.read($0, keep) }
            case .section, .title, .boundary, .unit: tokenizer.end(keep)
            }
        }
        return phrases.allSatisfy { phrase in
            words.count >= phrase.count
                && (0...(words.count - phrase.count)).contains { start in
                    words[start..<(start + phrase.count)].elementsEqual(phrase) { $0.hasBytes(of: $1) }
                }
        }
    }

    private static func article(_ html: [UInt8]) -> [UInt8] {
        let (start, end) = (Array("<article".utf8), Array("</article>".utf8))
        let first = html.indices.first { html[$0] == start[0] && html[$0...].starts(with: start) } ?? 0
        let last = html.indices.last { html[$0] == end[0] && html[$0...].starts(with: end) } ?? html.count
        return first < last ? Array(html[first..<last]) : html
    }
}

extension String {
    /// As a fragment of an address is written: what `encodeURIComponent` encodes is percent-encoded.
    var fragmentEncoded: String {
        var out = ""
        for byte in utf8 {
            let isPlain =
                byte < 0x80
                && (Character(Unicode.Scalar(byte)).isLetter || Character(Unicode.Scalar(byte)).isNumber || "-._~!'()*".utf8.contains(byte))
            if isPlain {
                out.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                out += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return out
    }
}
