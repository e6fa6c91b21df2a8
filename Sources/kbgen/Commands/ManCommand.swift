import ArgumentParser

/// The manual page for `man kbgen`, made of the same words as the help.
struct ManCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "man", abstract: "Prints the manual page for man(1).")

    func run() {
        var out = [
            ".TH KBGEN 1", ".SH NAME", "kbgen \\- \(KBGen.configuration.abstract.escaped)", ".SH SYNOPSIS", ".B kbgen", ".I command",
            "[options]", ".SH DESCRIPTION",
            KBGen.configuration.discussion.escaped, ".SH COMMANDS",
        ]
        for command in KBGen.configuration.subcommands {
            // The help has the usage, the arguments and the options of a command, each in its lines.
            let name = command.configuration.commandName ?? ""
            out += [".SS kbgen \(name)", ".nf", KBGen.helpMessage(for: command, columns: 76).escaped, ".fi"]
        }
        out += [
            ".SH EXIT STATUS", ".TP", "0", "done; there may be warnings", ".TP", "1",
            "the content has errors, or warnings under \\-\\-strict", ".TP", "64", "wrong usage", ".TP", "66",
            "the site or the page asked for is not there", ".TP", "74", "reading or writing failed", ".SH ENVIRONMENT", ".TP", "NO_COLOR",
            "no colours", ".TP", "CI", "no progress",
        ]
        Terminal.output(Array((out.joined(separator: "\n") + "\n").utf8))
    }
}

extension String {
    /// As text of roff: no line of it is a request.
    fileprivate var escaped: String {
        replacing("\\", with: "\\e").replacing("-", with: "\\-").split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.hasPrefix(".") || $0.hasPrefix("'") ? "\\&" + $0 : String($0) }.joined(separator: "\n")
    }
}
