import Bytes
import Diagnostics
import Platform

/// Standard error as a place for people: whether it takes colours and lines that are written over.
struct Terminal: Sendable {
    /// Colours may be used.
    let isStyled: Bool
    /// A line may be written over, for progress.
    let isInteractive: Bool

    /// By https://no-color.org, `TERM`, `CI`, and whether standard error is a terminal.
    init() {
        let isTerminal = isatty(STDERR_FILENO) == 1
        let isDumb = getenv("TERM").map { String(cString: $0) == "dumb" } ?? false
        isStyled = isTerminal && !isDumb && !Self.isSet("NO_COLOR")
        isInteractive = isTerminal && !isDumb && !Self.isSet("CI")
    }

    /// Whether a variable of the environment has a value.
    static func isSet(_ name: String) -> Bool { getenv(name).map { String(cString: $0) != "" } ?? false }

    /// Prints lines on standard error. Control characters in them, which may come from content, are not obeyed.
    static func say(_ lines: String) { write(Array((lines.printableLines + "\n").utf8), to: STDERR_FILENO) }

    /// Prints what was found on standard error, in colour if the terminal takes them.
    func say(_ diagnostic: Diagnostic) { Self.write(Array((diagnostic.formatted(styled: isStyled) + "\n").utf8), to: STDERR_FILENO) }

    /// Prints lines of text on standard output. Control characters in them are not obeyed.
    static func output(_ lines: String) { write(Array(lines.printableLines.utf8), to: STDOUT_FILENO) }

    /// Prints bytes on standard output: exactly, for a file or another program; for a terminal as lines of text.
    static func output(_ bytes: [UInt8]) {
        if isatty(STDOUT_FILENO) == 1 { return output(String(decoding: bytes, as: UTF8.self)) }
        write(bytes, to: STDOUT_FILENO)
    }

    /// Writes over the current line of a terminal; nothing elsewhere.
    func progress(_ text: String) {
        if isInteractive { Self.write(Array("\r\u{1B}[K\(text)".utf8), to: STDERR_FILENO) }
    }

    private static func write(_ bytes: [UInt8], to file: Int32) {
        bytes.withUnsafeBytes { buffer in
            var start = 0
            while start < buffer.count {
                let count = System.write(file, buffer.baseAddress.map { $0 + start }, buffer.count - start)
                if count <= 0 { return }
                start += count
            }
        }
    }
}
