import Testing

@testable import DevServer

@Suite struct HTTPRequestTests {
    private func parse(_ text: String) -> HTTPRequest.ParseResult { HTTPRequest.parse(Array(text.utf8)) }

    private func request(_ text: String) throws -> HTTPRequest {
        guard case .request(let request, _) = parse(text) else { throw NotARequest(text: text) }
        return request
    }

    private struct NotARequest: Error { let text: String }

    @Test func readsMethodPathQueryAndFields() throws {
        let request = try request("GET /a%20b/?q=x%26y&z HTTP/1.1\r\nHost: localhost:4000\r\nIF-None-Match:  \"1\" \r\n\r\n")
        #expect(request.method == "GET")
        #expect(request.path == "/a%20b/")
        #expect(request.query == "q=x%26y&z")
        #expect(request.fields["if-none-match"] == "\"1\"")
        #expect(request.keepsAlive)
    }

    @Test func decodesParametersOfTheQuery() throws {
        let request = try request("GET /?q=x%26y&z&broken=%zz&=w HTTP/1.1\r\n\r\n")
        #expect(request.parameter("q") == "x&y")
        #expect(request.parameter("z") == "")
        #expect(request.parameter("broken") == nil)
        #expect(request.parameter("missing") == nil)
    }

    @Test(arguments: [("localhost:4000", "localhost"), ("example.com", "example.com"), ("[::1]:80", "[::1]"), ("[::1]", "[::1]")])
    func readsTheHostWithoutThePort(field: String, host: String) throws {
        #expect(try request("GET / HTTP/1.1\r\nHost: \(field)\r\n\r\n").host == host)
        #expect(try request("GET / HTTP/1.1\r\n\r\n").host == nil)
    }

    @Test(arguments: [("http://a.b/c?d", "/c", "d"), ("http://a.b", "/", ""), ("HTTP://a.b?d", "/", "d")])
    func readsTheFullURLsThatClientsSendToProxies(target: String, path: String, query: String) throws {
        let request = try request("GET \(target) HTTP/1.1\r\n\r\n")
        #expect(request.path == path)
        #expect(request.query == query)
    }

    @Test(arguments: [
        ("HTTP/1.1\r\n", true), ("HTTP/1.1\r\nConnection: close\r\n", false), ("HTTP/1.0\r\n", false),
        ("HTTP/1.0\r\nConnection: keep-alive\r\n", true), ("HTTP/1.1\r\nContent-Length: 0\r\n", true),
        ("HTTP/1.1\r\nContent-Length: 5\r\n", false), ("HTTP/1.1\r\nTransfer-Encoding: chunked\r\n", false),
    ]) func closesConnectionsIfAskedOrIfABodyFollows(head: String, keepsAlive: Bool) throws {
        #expect(try request("GET / \(head)\r\n").keepsAlive == keepsAlive)
    }

    @Test func acceptsBareLineFeedsAndCountsTheBytesOfTheRequest() {
        let first = "GET / HTTP/1.1\nHost: [::1]:80\n\n"
        guard case .request(_, let length) = parse(first + "GET /next") else {
            Issue.record("not a request")
            return
        }
        #expect(length == first.utf8.count)
    }

    @Test(arguments: ["", "GET / HT", "GET / HTTP/1.1\r\nHost: a\r\n"])
    func waitsForTheEmptyLine(text: String) { #expect(parse(text) == .incomplete) }

    @Test(arguments: ["GET\r\n\r\n", "GET x HTTP/1.1\r\n\r\n", "GET / FTP/1\r\n\r\n", "GET / HTTP/1.1\r\nno colon\r\n\r\n", "\r\n\r\n"])
    func rejectsOtherText(text: String) { #expect(parse(text) == .invalid(status: 400)) }

    @Test func rejectsRequestsThatAreTooLarge() {
        let fields = "GET / HTTP/1.1\r\nX: " + String(repeating: "x", count: 20_000)
        #expect(parse(fields) == .invalid(status: 431))
        #expect(parse(fields + "\r\n\r\n") == .invalid(status: 431))
    }
}
