import Testing

@testable import Guides

@Suite struct InstructionReaderTests {
    private let reader = InstructionReader(pack: .english)

    @Test(arguments: [
        "When synchronizing and editing from GitBook with an existing Git repository, GitBook may create new markdown files instead of using the existing ones. This is done to ensure GitBook doesn’t overwrite files.",
        "After enabling SSL encryption, the protocol in the address bar will change from http to https, and a lock icon will appear next to it, indicating that the connection is secure.",
        "In order to get call stacks that match the function names, file names, and line numbers in your application's source code, many of our integrations require uploading debug symbols. More information about symbol files can be found here.",
    ]) func findsNoVerbInAnExplanation(text: String) { #expect(reader.verb(in: Words(text)) == nil) }

    @Test(arguments: [
        ("Set the “In Folder” field to be mapped for Create event only.", "set"),
        ("For doing this configuration, skip the field by setting “Create”.", "skip"),
    ]) func findsTheVerbOfAnInstruction(text: String, verb: String) { #expect(reader.verb(in: Words(text))?.text == verb) }
}
