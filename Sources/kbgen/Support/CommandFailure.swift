import ArgumentParser
import Files
import Import
import Pipeline
import Publish

/// Why a command could not do what it was asked for, with the status that it exits with. `KBGen.main` prints it.
struct CommandFailure: Error {
    /// The exit statuses of kbgen. Wrong usage exits with 64, which ArgumentParser takes care of.
    enum Status: Int32 {
        /// The content has errors, or warnings under `--strict`. Nothing is printed but the findings.
        case contentErrors = 1
        /// The site or the page asked for is not there.
        case missing = 66
        /// Reading or writing failed.
        case inputOutput = 74
    }

    let status: Status
    /// Nil if everything has been said.
    let message: String?

    static let contentErrors = CommandFailure(status: .contentErrors, message: nil)

    static func missing(_ message: String) -> CommandFailure { CommandFailure(status: .missing, message: message) }

    static func inputOutput(_ message: String) -> CommandFailure { CommandFailure(status: .inputOutput, message: message) }

    /// The failure that an error of the stages is.
    init(_ error: any Error) {
        switch error {
        case let failure as CommandFailure: self = failure
        case let missing as SiteFolder.Missing: self = .missing(missing.description)
        default: self = .inputOutput("\(error)")
        }
    }

    private init(status: Status, message: String?) {
        self.status = status
        self.message = message
    }

    /// Whether an error of the stages is one that this type describes. All others are ArgumentParser's.
    static func describes(_ error: any Error) -> Bool {
        error is CommandFailure || error is SiteFolder.Missing || error is FileError || error is PublishError || error is NewPage.Failure
            || error is ImportSource.Failure
    }
}

/// Reads a file that was named on the command line, or standard input for `-`.
/// - Throws: `CommandFailure`.
func readInput(_ file: String) throws -> [UInt8] {
    do throws(FileError) {
        return file == "-" ? try FileSystem.readStandardInput() : try FileSystem.read(file) ?? []
    } catch {
        throw error.isMissing ? CommandFailure.missing(error.description) : .inputOutput(error.description)
    }
}
