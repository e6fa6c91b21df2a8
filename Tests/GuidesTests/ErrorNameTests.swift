import Testing

@testable import Guides

@Suite struct ErrorNameTests {
    @Test(arguments: [
        ("Error 0x80070005", "0x80070005"), ("`ERR_CONNECTION_REFUSED` in the browser", "ERR_CONNECTION_REFUSED"),
        ("java.lang.NullPointerException", "java.lang.NullPointerException"),
        ("“TypeError”: what to do", "TypeError"), ("NT_ERR_2", "NT_ERR_2"),
    ])
    func findsTheNameOfAnError(title: String, name: String) { #expect(ErrorName.find(in: title) == name) }

    @Test(arguments: ["Error codes", "Handle errors", "Error", "0x12 and more", "MAX_SIZE", "The Exception", "Terror", ""])
    func findsNoNameInOrdinaryWords(title: String) { #expect(ErrorName.find(in: title) == nil) }
}
