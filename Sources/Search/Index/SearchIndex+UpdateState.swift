import Bytes

extension SearchIndex {
    /// What `IndexUpdate` needs to know of an index in addition to its files.
    package struct UpdateState: Sendable, BinaryCodable {
        /// The terms whose posting lists are cut in the shards.
        let frequentTerms: [FrequentTerm]
        let pageBlockHashes: [Int]

        package func encode(to encoder: inout BinaryEncoder) {
            encoder.write(frequentTerms)
            encoder.write(pageBlockHashes)
        }

        init(frequentTerms: [FrequentTerm], pageBlockHashes: [Int]) {
            self.frequentTerms = frequentTerms
            self.pageBlockHashes = pageBlockHashes
        }

        package init(from decoder: inout BinaryDecoder) throws(BinaryDecodingError) {
            frequentTerms = try decoder.read()
            pageBlockHashes = try decoder.read()
        }
    }

    /// A term that has more than `maxPostings` postings, with all of them.
    struct FrequentTerm: Sendable, BinaryCodable {
        let term: ByteString
        /// In the encoding of `IndexSegment`, sections numbered over the whole index.
        let postings: ByteString

        init(_ term: ArraySlice<UInt8>, _ postings: [UInt8]) {
            self.term = ByteString(Array(term))
            self.postings = ByteString(postings)
        }

        func encode(to encoder: inout BinaryEncoder) {
            encoder.write(term)
            encoder.write(postings)
        }

        init(from decoder: inout BinaryDecoder) throws(BinaryDecodingError) {
            term = try decoder.read()
            postings = try decoder.read()
        }
    }
}
