import Bytes
import Testing

@Suite struct LatinLettersTests {
    @Test(arguments: [("é", "e"), ("ß", "ss"), ("œ", "oe"), ("ł", "l"), ("ı", "i")] as [(Unicode.Scalar, String)])
    func replacesDiacritics(letter: Unicode.Scalar, plain: String) { #expect(LatinLetters.plain(letter) == plain) }

    @Test(arguments: ["e", "É", "ж", "1"] as [Unicode.Scalar])
    func knowsOnlyLowerCaseLettersWithDiacritics(letter: Unicode.Scalar) { #expect(LatinLetters.plain(letter) == nil) }
}
