import Files

/// Why a site could not be published.
package enum PublishError: Error, Sendable, CustomStringConvertible {
    /// There is something at the output folder that kbgen did not make.
    case foreignOutput(String)
    /// The output folder is or holds one that the site is made from.
    case holdsSource(output: String, source: String)
    /// Another build is writing to the output folder.
    case busy(String)
    /// There is a symbolic link or a file where the cache would be.
    case linkedCache(String)
    case file(FileError)
    /// The task that built was cancelled.
    case cancelled

    package var description: String {
        switch self {
        case .foreignOutput(let path):
            "\(path): there is something here that kbgen did not make, and it is not replaced. "
                + "Name another folder with --output, empty this one, or build with --clean to delete what is in it."
        case .holdsSource(let output, let source):
            "\(output): the site would take the place of \(source), which it is made from; name another folder with --output"
        case .busy(let path): "\(path): another kbgen is building here"
        case .linkedCache(let path):
            "\(path): there is a symbolic link or a file where kbgen keeps its cache, and nothing is written through it; remove it"
        case .file(let error): error.description
        case .cancelled: "the build was cancelled"
        }
    }
}
