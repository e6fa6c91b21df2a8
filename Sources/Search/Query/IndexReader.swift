import YAML

/// Reads the files of an index on demand. The header is read at once; shards, directory files and word lists are kept after they are read.
struct IndexReader {
    let header: IndexHeader
    private let load: (String) -> [UInt8]?
    private var directoryFiles: [Int: [String]] = [:]
    private var shards: [Int: Shard] = [:]
    private var wordLists: [String: [WordLists.Word]] = [:]

    /// Fails if there is no index, or one of another format.
    /// - Parameter load: returns the bytes of a file by its path in the index's folder; nil if there is no such file.
    init?(load: @escaping (String) -> [UInt8]?) {
        guard let bytes = load("index.json"), let header = IndexHeader(bytes) else { return nil }
        self.header = header
        self.load = load
    }

    mutating func entry(_ term: String) -> Shard.Entry? { shardNumber(of: term).flatMap { shard($0)?[term] } }

    /// The number of the only shard that can have a term; nil if the term directory is empty or damaged.
    mutating func shardNumber(of term: String) -> Int? {
        guard let file = TermDirectory.index(of: term, in: header.firstSeparators),
            let index = TermDirectory.index(of: term, in: separators(inFile: file))
        else { return nil }
        return file * header.shardsPerDirectoryFile + index
    }

    /// The separator of a shard; nil if there is no such shard.
    mutating func separator(ofShard number: Int) -> String? {
        let (file, index) = number.quotientAndRemainder(dividingBy: header.shardsPerDirectoryFile)
        guard header.firstSeparators.indices.contains(file) else { return nil }
        let separators = separators(inFile: file)
        return separators.indices.contains(index) ? separators[index] : nil
    }

    /// The separators of all shards; nil if the term directory is damaged.
    mutating func allSeparators() -> [String]? {
        var all: [String] = []
        for file in header.firstSeparators.indices {
            let separators = separators(inFile: file)
            let isLast = file == header.firstSeparators.count - 1
            guard separators.first == header.firstSeparators[file], isLast || separators.count == header.shardsPerDirectoryFile else {
                return nil
            }
            all += separators
        }
        return all
    }

    private mutating func separators(inFile file: Int) -> [String] {
        if let cached = directoryFiles[file] { return cached }
        let separators = (array(TermDirectory.path(file)) ?? []).map { $0.string ?? "" }
        directoryFiles[file] = separators
        return separators
    }

    mutating func shard(_ number: Int) -> Shard? {
        if let cached = shards[number] { return cached }
        let shard = load(SearchIndex.shardPath(number)).map { Shard($0, sectionCount: header.sectionCount) }
        shards[number] = shard
        return shard
    }

    /// The words that begin with a character, and those that have it in the second place.
    mutating func words(at first: Unicode.Scalar?) -> [WordLists.Word] {
        guard let name = first.map(WordLists.name), header.wordLists.contains(name) else { return [] }
        if let cached = wordLists[name] { return cached }
        let words = load(WordLists.path(name)).map(WordLists.read) ?? []
        wordLists[name] = words
        return words
    }

    /// What results show of the page with this index.
    func page(_ page: Int) -> PageEntry? {
        let (block, index) = page.quotientAndRemainder(dividingBy: header.pagesPerBlock)
        guard let records = array(SearchIndex.pageBlockPath(block)), records.indices.contains(index) else { return nil }
        return PageEntry(records[index])
    }

    /// The elements of a file with a JSON array.
    private func array(_ path: String) -> [YAMLNode]? { load(path).flatMap { try? YAMLNode(parsing: $0) }?.elements }
}
