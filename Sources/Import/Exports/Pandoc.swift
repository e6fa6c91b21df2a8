import Bytes
import Files
import Paths
import Platform

/// HTML and Word documents as Markdown, by pandoc (https://pandoc.org).
enum Pandoc {
    /// Where the program is not there.
    private static let missing = ImportSource.Failure("this needs pandoc; install it, for instance with “apt-get install pandoc”")

    /// The Markdown of a fragment of HTML.
    static func markdown(ofHTML html: String) throws(ImportSource.Failure) -> String {
        try converted(["--from=html+raw_html-native_divs-native_spans", "--to=gfm-tex_math_dollars"], Array(html.utf8), ending: "html")
    }

    /// The Markdown of a Word document.
    /// - Parameter media: the folder that its pictures are written to.
    static func markdown(ofWord location: String, media: String) throws(ImportSource.Failure) -> String {
        try output(["--from=docx", "--to=gfm-tex_math_dollars", "--extract-media=\(media)", location])
    }

    private static func converted(_ options: [String], _ bytes: [UInt8], ending: String) throws(ImportSource.Failure) -> String {
        let folder = FileSystem.temporaryFolder
        let file = folder + "/page." + ending
        do throws(FileError) {
            try FileSystem.makeFolder(folder)
            try FileSystem.write(bytes, to: file)
        } catch { throw ImportSource.Failure("\(error)") }
        defer { try? FileSystem.remove(folder) }
        return try output(options + [file])
    }

    private static func output(_ arguments: [String]) throws(ImportSource.Failure) -> String {
        var bytes: [UInt8] = []
        // Sandboxed, a document makes it read no other file and ask no server.
        let isMedia = arguments.contains { $0.hasPrefix("--extract-media") }
        let code = ChildProcess.run(["pandoc", "--wrap=none"] + (isMedia ? [] : ["--sandbox"]) + arguments) {
            bytes += $0
            return true
        }
        guard let code else { throw missing }
        guard code == 0 else { throw ImportSource.Failure("pandoc cannot read \(arguments.last ?? "")") }
        return String(decoding: bytes, as: UTF8.self)
    }
}
