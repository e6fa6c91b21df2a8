import Testing

@testable import DevServer

@Suite struct HTTPRequestTests {
    private func read(_ text: String) -> HTTPRequest.Reading { HTTPRequest.read(Array(text.utf8)) }

    private func request(_ text: String) throws -> HTTPRequest {
        guard case .request(let request, _) = read(text) else { throw Unread(text: text) }
        return request
    }

    private struct Unread: Error { let text: String }

    @Test func readsPathQueryAndFields() throws {
        let request = try request("GET /a%20b/?q=x%26y&z HTTP/1.1\r\nHost: localhost:4000\r\nIF-None-Match:  \"1\" \r\n\r\n")
        #expect(request.method == "GET")
        #expect(request.path == "/a%20b/")
        #expect(request.parameter("q") == "x&y")
        #expect(request.parameter("z") == "")
        #expect(request.parameter("none") == nil)
        #expect(request.fields["if-none-match"] == "\"1\"")
        #expect(request.host == "localhost")
        #expect(request.keepsAlive)
    }

    @Test func endsConnectionsAsAsked() throws {
        #expect(try !request("GET / HTTP/1.1\r\nConnection: close\r\n\r\n").keepsAlive)
        #expect(try !request("GET / HTTP/1.0\r\n\r\n").keepsAlive)
        // What follows a body that nobody reads is no request.
        #expect(try !request("GET / HTTP/1.1\r\nContent-Length: 5\r\n\r\nhello").keepsAlive)
    }

    @Test func takesLineFeedsAloneAndCountsBytes() {
        guard case .request(_, let length) = read("GET / HTTP/1.1\nHost: [::1]:80\n\nGET /next") else {
            Issue.record("no request")
            return
        }
        #expect(length == "GET / HTTP/1.1\nHost: [::1]:80\n\n".utf8.count)
    }

    @Test func waitsForTheRest() {
        #expect(read("GET / HT") == .unfinished)
        #expect(read("GET / HTTP/1.1\r\nHost: a\r\n") == .unfinished)
    }

    @Test(arguments: ["GET\r\n\r\n", "GET x HTTP/1.1\r\n\r\n", "GET / FTP/1\r\n\r\n", "GET / HTTP/1.1\r\nno colon\r\n\r\n", "\r\n\r\n"])
    func refusesWhatIsNoRequest(_ text: String) {
        #expect(read(text) == .refused(400))
    }

    @Test func refusesHeadsWithoutEnd() {
        #expect(read("GET / HTTP/1.1\r\nX: " + String(repeating: "x", count: 20_000)) == .refused(431))
    }

    @Test func writesNoFieldsInFields() {
        let response = HTTPResponse(status: 301, fields: [("Location", "/a\r\nX: y")])
        let text = String(decoding: response.bytes(to: nil, keepsAlive: false), as: UTF8.self)
        #expect(text.contains("Location: /aX: y\r\n"))
    }
}
