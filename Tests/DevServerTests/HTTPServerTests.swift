import Files
import Foundation
import Testing

@testable import DevServer

@Suite(.timeLimit(.minutes(1))) struct HTTPServerTests {
    /// Serves while `body` runs. The response to a request is its path; that to `/events` is a stream.
    private func withServer<Result>(_ body: (HTTPServer) async throws -> Result) async throws -> Result {
        let server = try HTTPServer(host: "127.0.0.1", port: 0)
        server.start { $0.path == "/events" ? .events : .text(200, $0.path) }
        defer { server.stop() }
        return try await body(server)
    }

    private func respond(to request: String) async throws -> String {
        try await withServer { try #require(await HTTPClient.response(port: $0.port, to: request)) }
    }

    @Test func answersGET() async throws {
        let response = try await respond(to: "GET /a HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        #expect(response.hasPrefix("HTTP/1.1 200 OK\r\n"))
        #expect(response.contains("\r\nContent-Length: 3\r\n"))
        #expect(response.hasSuffix("\r\n\r\n/a\n"))
    }

    @Test func answersHEADWithoutABody() async throws {
        let response = try await respond(to: "HEAD /a HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        #expect(response.hasPrefix("HTTP/1.1 200 OK\r\n"))
        #expect(response.contains("\r\nContent-Length: 3\r\n"))
        #expect(response.hasSuffix("\r\n\r\n"))
    }

    @Test(arguments: ["POST", "PUT", "DELETE", "OPTIONS", "get"])
    func rejectsOtherMethods(method: String) async throws {
        let response = try await respond(to: "\(method) / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        #expect(response.hasPrefix("HTTP/1.1 405 Method Not Allowed\r\n"))
        #expect(response.contains("\r\nAllow: GET, HEAD\r\n"))
    }

    @Test(arguments: ["example.com", "example.com:80", "localhost.example.com", "192.168.0.1", "[::2]"])
    func rejectsForeignHosts(host: String) async throws {
        let response = try await respond(to: "GET / HTTP/1.1\r\nHost: \(host)\r\nConnection: close\r\n\r\n")
        #expect(response.hasPrefix("HTTP/1.1 403 Forbidden\r\n"))
    }

    @Test(arguments: ["localhost", "LOCALHOST:8080", "127.0.0.1", "[::1]:8080", "docs.localhost"])
    func acceptsHostsOfThisMachine(host: String) async throws {
        let response = try await respond(to: "GET / HTTP/1.1\r\nHost: \(host)\r\nConnection: close\r\n\r\n")
        #expect(response.hasPrefix("HTTP/1.1 200 OK\r\n"))
    }

    @Test func rejectsInvalidRequestsAndClosesTheConnection() async throws {
        #expect(try await respond(to: "nonsense\r\n\r\n").hasPrefix("HTTP/1.1 400 Bad Request\r\n"))
    }

    @Test func answersSeveralRequestsOfAConnectionInOrder() async throws {
        let response = try await respond(to: "GET /1 HTTP/1.1\r\n\r\nGET /2 HTTP/1.1\r\n\r\nGET /3 HTTP/1.0\r\n\r\n")
        let bodies = response.split(separator: "\r\n").filter { $0.hasPrefix("/") }.map { $0.prefix(2) }
        #expect(bodies == ["/1", "/2", "/3"])
    }

    @Test func answersRequestsThatArriveInPieces() async throws {
        try await withServer { server in
            let client = try #require(HTTPClient(port: server.port))
            for piece in ["GET /a HT", "TP/1.1\r\nHost: local", "host\r\n\r", "\n"] {
                client.send(piece)
                try await Task.sleep(for: .milliseconds(5))
            }
            #expect(await client.receive(until: "/a\n").hasPrefix("HTTP/1.1 200 OK\r\n"))
        }
    }

    @Test func sendsBroadcastsToAllOpenStreams() async throws {
        try await withServer { server in
            let clients = try (0..<3).map { _ in try #require(HTTPClient(port: server.port)) }
            for client in clients {
                client.send("GET /events HTTP/1.1\r\nHost: localhost\r\n\r\n")
                #expect(await client.receive(until: "retry: 500\n\n").contains("\r\nContent-Type: text/event-stream\r\n"))
            }
            server.broadcast("one")
            server.broadcast("two")
            for client in clients { #expect(await client.receive(until: "two\n\n") == "data: one\n\ndata: two\n\n") }
        }
    }

    @Test func closesOpenStreamsWhenItStops() async throws {
        let client = try await withServer { server in
            let client = try #require(HTTPClient(port: server.port))
            client.send("GET /events HTTP/1.1\r\nHost: localhost\r\n\r\n")
            _ = await client.receive(until: "retry: 500\n\n")
            return client
        }
        #expect(await client.receive(until: nil) == "")
    }

    @Test func reportsAPortThatIsInUse() throws {
        let server = try HTTPServer(host: "127.0.0.1", port: 0)
        #expect(throws: ListenError.portInUse(host: "127.0.0.1", port: server.port)) {
            try HTTPServer(host: "127.0.0.1", port: server.port)
        }
    }

    @Test(arguments: ["example.com", "", "256.0.0.1"])
    func reportsHostsThatAreNotAddresses(host: String) {
        #expect(throws: ListenError.invalidAddress(host)) { try HTTPServer(host: host, port: 0) }
    }
}

@Suite(.timeLimit(.minutes(1))) struct HTTPServerBoundsTests {
    /// Serves while `body` runs.
    private func withServer<Result>(
        _ handler: @escaping HTTPServer.Handler = { .text(200, $0.path) }, _ body: (Int) async throws -> Result
    ) async throws -> Result {
        let server = try HTTPServer(host: "127.0.0.1", port: 0)
        server.start(handler)
        defer { server.stop() }
        return try await body(server.port)
    }

    @Test func clientsThatNeverFinishLockNobodyOut() async throws {
        try await withServer { port in
            var clients: [HTTPClient] = []
            for number in 0..<700 {
                guard let client = HTTPClient(port: port) else { continue }
                client.send(number % 2 == 0 ? "" : "GET / HTTP/1.1\r\nHost: local")
                clients.append(client)
            }
            #expect(clients.count > 520, "more than the server keeps")
            let response = await HTTPClient.response(port: port, to: "GET /a HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
            #expect(response?.hasSuffix("/a\n") == true)
        }
    }

    @Test func pagesOfOtherHostsMayNotUseWhatIsServed() async throws {
        let response = try await withServer { port in
            await HTTPClient.response(port: port, to: "GET /a HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        }
        #expect(response?.contains("X-Frame-Options: SAMEORIGIN\r\n") == true)
        #expect(response?.contains("Cross-Origin-Resource-Policy: same-origin\r\n") == true)
    }

    @Test func aFileIsSentPieceByPiece() async throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "kbgen-\(UUID().uuidString)").path()
        defer { try? FileManager.default.removeItem(atPath: path) }
        let length = 3_000_000
        try Data((0..<length).map { UInt8(truncatingIfNeeded: $0) }).write(to: URL(filePath: path))
        let handler: HTTPServer.Handler = { request in
            guard let file = try? ReadableFile(path) else { return .text(404, "") }
            var response = HTTPResponse(status: 200)
            response.file = FilePart(file, request.path == "/all" ? 0..<length : 256..<260)
            return response
        }
        try await withServer(handler) { port in
            let part = await HTTPClient.response(port: port, to: "GET /part HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
            #expect(part?.hasSuffix("\r\n\r\n\u{0}\u{1}\u{2}\u{3}") == true)
            #expect(part?.contains("Content-Length: 4\r\n") == true)
            let head = await HTTPClient.response(port: port, to: "HEAD /all HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
            #expect(head?.contains("Content-Length: \(length)\r\n") == true)
            #expect(head?.hasSuffix("\r\n\r\n") == true)
        }
    }
}
