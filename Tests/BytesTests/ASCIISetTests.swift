import Bytes
import Testing

@Suite struct ASCIISetTests {
    @Test func containsOnlyTheASCIICharactersThatItWasMadeOf() {
        let set = ASCIISet("#/\"\u{7F}é".utf8)
        #expect((0...255).filter { set.contains(UInt8($0)) } == [0x22, 0x23, 0x2F, 0x7F])
    }
}
