import Bytes
import Testing

@Suite struct JSONTests {
    private func text(_ json: JSON) -> String { String(decoding: json.bytes, as: UTF8.self) }

    @Test func writesValuesWithoutSpaces() {
        let value = JSON.object([("z", .array([.integer(-1), .bool(true), .bool(false), .null, .decimal(0.5)])), ("a", .object([]))])
        #expect(text(value) == #"{"z":[-1,true,false,null,0.5],"a":{}}"#)
    }

    @Test func writesNumbersThatJSONDoesNotHaveAsNull() {
        #expect(text(.array([.decimal(.nan), .decimal(.infinity), .decimal(-.infinity)])) == "[null,null,null]")
    }

    @Test func escapesStringsSoThatTheyAreSafeInHTML() {
        #expect(text(.string("\"\\\n\r\t\u{1}</script>é")) == #""\"\\\n\r\t\u0001\u003C/script>é""#)
    }

    @Test func escapesCharactersThatYAMLRefusesOrReadsAsLineBreaks() {
        #expect(
            text(.string("\u{7F}\u{85}\u{92}\u{2028}\u{FEFF}\u{FFFE}\u{A0}\u{1F600}"))
                == #""\u007F\u0085\u0092\u2028\uFEFF\uFFFE\#u{A0}\#u{1F600}""#)
    }
}
