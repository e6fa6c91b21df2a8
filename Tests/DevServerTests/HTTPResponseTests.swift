import Testing

@testable import DevServer

@Suite struct HTTPResponseTests {
    private func text(_ response: HTTPResponse, keepsAlive: Bool = true) -> String {
        String(decoding: response.head(to: nil, keepsAlive: keepsAlive), as: UTF8.self)
    }

    @Test func writesStatusFieldsLengthAndBody() {
        #expect(
            text(HTTPResponse(status: 404, fields: [("A", "b")], body: Array("é".utf8))) == """
                HTTP/1.1 404 Not Found\r
                A: b\r
                Content-Length: 2\r
                X-Content-Type-Options: nosniff\r
                X-Frame-Options: SAMEORIGIN\r
                Cross-Origin-Resource-Policy: same-origin\r
                Connection: keep-alive\r
                \r
                é
                """)
        #expect(text(HTTPResponse(status: 200), keepsAlive: false).contains("Connection: close\r\n"))
    }

    @Test func removesLineBreaksFromFields() {
        #expect(text(HTTPResponse(status: 301, fields: [("Location", "/a\r\nX: y\n")])).contains("Location: /aX: y\r\n"))
    }

    @Test func streamsHaveNoLengthAndStayOpen() {
        let text = text(.events, keepsAlive: false)
        #expect(!text.contains("Content-Length"))
        #expect(text.contains("Content-Type: text/event-stream\r\n"))
        #expect(text.contains("Connection: keep-alive\r\n"))
    }
}
