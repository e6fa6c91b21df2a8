import Bytes
import Testing

@Suite struct ContentHashTests {
    /// Values from http://www.isthe.com/chongo/src/fnv/test_fnv.c.
    @Test(arguments: [("", 0xcbf2_9ce4_8422_2325), ("a", 0xaf63_dc4c_8601_ec8c), ("foobar", 0x8594_4171_f739_67e8)] as [(String, UInt64)])
    func isFNV1a(text: String, hash: UInt64) { #expect(text.utf8.fnv1a == hash) }

    @Test func hasAlwaysThirteenCharacters() {
        for text in ["", "a", "b", "foobar"] { #expect(text.utf8.contentHash.utf8.count == 13) }
        #expect("a".utf8.contentHash != "b".utf8.contentHash)
    }
}
