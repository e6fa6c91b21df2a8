import Files
import Testing

@Suite struct LocationTests {
    @Test(arguments: [
        ("/a/b", "/a", true), ("/a", "/a", true), ("/ab", "/a", false), ("/a", "/a/b", false), ("/a", "/", true), ("/", "/", true),
    ]) func isInsideAFolder(location: String, folder: String, expected: Bool) { #expect(location.isLocation(inside: folder) == expected) }

    @Test(arguments: [("/a/b", "b", "/a"), ("a/b", "b", "a"), ("a", "a", "."), ("/a", "a", "/")])
    func hasANameAndAParent(location: String, name: String, folder: String) {
        #expect(location.locationName == name)
        #expect(location.locationFolder == folder)
    }
}
