import Platform
import Testing

@Suite struct ChildProcessTests {
    private func output(of arguments: [String], environment: [String: String] = [:]) -> (code: Int32?, text: String) {
        var bytes: [UInt8] = []
        let code = ChildProcess.run(arguments, environment: environment) { part in
            bytes += part
            return true
        }
        return (code, String(decoding: bytes, as: UTF8.self))
    }

    @Test func outputAndExitCode() {
        #expect(output(of: ["sh", "-c", "echo one; echo two >&2; exit 3"]) == (3, "one\n"))
        #expect(output(of: ["cat"]) == (0, ""))
    }

    @Test func environment() {
        let result = output(of: ["sh", "-c", "echo $KBGEN_TEST; echo ${PATH:+there}"], environment: ["KBGEN_TEST": "a = b"])
        #expect(result.text == "a = b\nthere\n")
    }

    @Test func absentProgram() {
        #expect(ChildProcess.run(["kbgen-no-such-program"]) == nil)
        #expect(ChildProcess.run([]) == nil)
    }

    /// A program that never ends ends when nobody wants its output any more.
    @Test(.timeLimit(.minutes(1))) func enough() {
        var count = 0
        _ = ChildProcess.run(["yes"]) { part in
            count += part.count
            return count < 100_000
        }
        #expect(count >= 100_000)
    }
}
