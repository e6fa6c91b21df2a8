import Testing

@testable import Search

@Suite struct ShardTests {
    private func write(_ terms: [String], postings: [Posting] = [Posting(section: 1, impact: 2)]) -> ShardWriter {
        var writer = ShardWriter()
        for term in terms { writer.add(Array(term.utf8)[...], postings) }
        writer.finishShard()
        return writer
    }

    @Test func readsTermsThatShareAPrefix() throws {
        let bytes = try #require(write(["config", "configur", "größe", "web hook"]).shards.first)
        let shard = Shard(bytes, sectionCount: 10)
        #expect(shard.entries.map(\.term) == ["config", "configur", "größe", "web hook"])
        #expect(shard.entries.map(\.isPair) == [false, false, false, true])
        #expect(shard["configur"]?.postings == [Posting(section: 1, impact: 2)])
        #expect(shard["conf"] == nil)
    }

    @Test func dropsPostingsOfSectionsThatDoNotExist() throws {
        let bytes = try #require(write(["config"]).shards.first)
        #expect(Shard(bytes, sectionCount: 1)["config"]?.postings == [])
    }

    @Test func stopsAtATruncatedTerm() throws {
        let bytes = try #require(write(["config", "configur"]).shards.first)
        #expect(ShardReader.isIntact(bytes))
        let truncated = Array(bytes.dropLast())
        #expect(!ShardReader.isIntact(truncated))
        #expect(Shard(truncated, sectionCount: 10).entries.map(\.term) == ["config"])
    }

    @Test func separatesShardsByShortestPrefixes() {
        // Each posting list nearly fills a shard.
        let postings = (0..<1000).map { Posting(section: UInt32($0 * 1000), impact: 1) }
        let writer = write(["config", "contact", "grass", "größe"], postings: postings)
        #expect(writer.shards.count == 4)
        #expect(writer.separators == ["c", "cont", "g", "grö"])
    }

    @Test func keepsTheStrongestPostingsOfAFrequentTerm() {
        let postings: [Posting] = (0..<5000).map { number in
            let impact = number % 100 == 0 ? 15 : 1 + number % 3
            return Posting(section: UInt32(number), impact: UInt8(impact))
        }
        let kept = ShardWriter.strongest(postings)
        #expect(kept.count == SearchIndex.maxPostings)
        #expect(kept.count { $0.impact == 15 } == 50)
        #expect(kept.map(\.section) == kept.map(\.section).sorted())
    }

    @Test func findsTheShardThatMayHaveATerm() {
        let separators = ["b", "cont", "g"]
        for (term, index) in [("a", 0), ("b", 0), ("cons", 0), ("cont", 1), ("fog", 1), ("größe", 2)] {
            #expect(TermDirectory.index(of: term, in: separators) == index, "\(term)")
        }
        #expect(TermDirectory.index(of: "a", in: []) == nil)
    }

    @Test func findsTheFirstElementOfThePartition() {
        for count in 0..<10 {
            for boundary in 0...count { #expect((0..<count).partitioningIndex { $0 >= boundary } == boundary) }
        }
    }
}
