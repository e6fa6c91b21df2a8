import CLanguages

extension Labels {
    /// The tags of the languages besides English that the interface has texts in, sorted.
    public static var languages: [String] { files.map(\.tag) }

    /// The texts by key in a language.
    /// - Parameter tag: a language tag by BCP 47, such as `de-AT`, for which the texts of `de` serve.
    /// - Returns: nil for English, and for a language without texts. Keys that a language lacks are left out.
    public static func texts(in tag: String) -> [String: String]? {
        guard let name = language(for: tag), let file = files.first(where: { $0.tag == name }) else { return nil }
        var texts: [String: String] = [:]
        for line in String(decoding: file.bytes, as: UTF8.self).utf8.split(separator: 0x0A) {
            // A key has no spaces, and a text may have an equals sign.
            guard let space = line.firstIndex(of: 0x20) else { continue }
            texts[String(Substring(line[..<space]))] = String(Substring(line[space...].dropFirst(3)))
        }
        return texts
    }

    /// The language whose texts serve for a tag: Chinese of Taiwan, Hong Kong and Macau is written in the traditional script.
    private static func language(for tag: String) -> String? {
        let parts = tag.lowercased().split { $0 == "-" || $0 == "_" }
        guard let first = parts.first else { return nil }
        let isTraditional = first == "zh" && !parts.contains("hans") && parts.contains { ["hant", "tw", "hk", "mo"].contains($0) }
        let name = isTraditional ? "zh-Hant" : String(first)
        return languages.contains(name) ? name : nil
    }

    private static var files: [(tag: String, bytes: UnsafeBufferPointer<UInt8>)] {
        var files: [(tag: String, bytes: UnsafeBufferPointer<UInt8>)] = []
        var entry = kbgen_languages()
        while let file = entry?.pointee, let tag = file.tag {
            files.append((String(cString: tag), UnsafeBufferPointer(start: file.bytes, count: file.count)))
            entry = entry?.successor()
        }
        return files
    }
}
