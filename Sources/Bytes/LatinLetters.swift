/// Latin letters with accents, and what stands for them in an address and in a search.
public enum LatinLetters {
    /// The plain ASCII letters for a lower-case Latin letter with accents, or nil.
    public static func plain(_ scalar: Unicode.Scalar) -> String? { plainLetters[scalar] }

    /// Canonical decompositions of Unicode 15 without their marks, and the usual spelling of the few letters that have none.
    private static let plainLetters: [Unicode.Scalar: String] = {
        var table: [Unicode.Scalar: String] = [:]
        for (plain, letters) in variants {
            for letter in letters.unicodeScalars { table[letter] = plain }
        }
        return table
    }()

    private static let variants: KeyValuePairs<String, String> = [
        "a": "àáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ",
        "b": "ḃḅḇ",
        "c": "çćĉċčḉ",
        "d": "ďḋḍḏḑḓđð",
        "e": "èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ",
        "f": "ḟ",
        "g": "ĝğġģǧǵḡ",
        "h": "ĥȟḣḥḧḩḫẖħ",
        "i": "ìíîïĩīĭįǐȉȋḭḯỉịı",
        "j": "ĵǰ",
        "k": "ķǩḱḳḵ",
        "l": "ĺļľḷḹḻḽł",
        "m": "ḿṁṃ",
        "n": "ñńņňǹṅṇṉṋ",
        "o": "òóôõöōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợøǿ",
        "p": "ṕṗ",
        "r": "ŕŗřȑȓṙṛṝṟ",
        "s": "śŝşšșṡṣṥṧṩ",
        "t": "ţťțṫṭṯṱẗŧ",
        "u": "ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự",
        "v": "ṽṿ",
        "w": "ŵẁẃẅẇẉẘ",
        "x": "ẋẍ",
        "y": "ýÿŷȳẏẙỳỵỷỹ",
        "z": "źżžẑẓẕ",
        "ss": "ß",
        "ae": "æǽǣ",
        "oe": "œ",
        "th": "þ",
    ]
}
