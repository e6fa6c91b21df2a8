import Bytes
import Paths

/// Tells files that are run, by browsers or by servers, from those that are only shown or saved. Names are compared without regard to case.
enum ActiveFile {
    /// Why a file is not published on a writer's word alone, as the rest of “… is …”; nil for one that is.
    static func reason(_ path: ContentPath) -> String? {
        // Windows' servers leave out dots and spaces at the end, and what follows a colon or semicolon.
        let name = path.name.lowercased().prefix { $0 != ":" && $0 != ";" }.reversed().drop { $0 == "." || $0 == " " }.reversed()
        if hostFiles.contains(String(name)) { return "a file that hosts read" }
        if isCompressed(String(name)), String(name).withoutLastEnding.hasSuffix(".svg") {
            return "a compressed picture, which is not looked into and could run scripts"
        }
        let endings = String(name).split(separator: ".", omittingEmptySubsequences: false).dropFirst().map(String.init)
        guard let last = endings.last else { return nil }
        // Apache runs `x.php.png`, too, if it was told to run `.php` by its handler.
        if runByServers.contains(last) || endings.contains(where: isPHP) {
            return "a program that servers run"
        }
        // Of `x.html.de` and `x.js.gz`, the last part that names a type counts (https://httpd.apache.org/docs/2.4/mod/mod_mime.html#multipleext).
        let type = endings.last {
            !compressions.contains($0) && ($0 == "svg" || inert.contains($0) || documents.contains($0) || scripts.contains($0))
        }
        if type.map(scripts.contains) == true { return "a script, which browsers run" }
        if type.map(documents.contains) == true { return "a web page of its own, which could run scripts on this site" }
        return nil
    }

    /// Whether browsers never take a file for a web page, whatever is in it: the ending has a type that servers know.
    static func isInert(_ path: ContentPath) -> Bool { inert.contains(path.fileExtension) }

    /// Whether a text begins as a page of HTML or XML does, which browsers run if the server does not say what it is
    /// (https://mimesniff.spec.whatwg.org/#identifying-a-resource-with-an-unknown-mime-type).
    /// - Parameter prefix: some first bytes of a file, in any encoding of Unicode.
    static func isMarkup(_ prefix: [UInt8]) -> Bool { significant(prefix).first == UInt8(ascii: "<") }

    /// Whether a text that is markup seems to be an SVG picture.
    static func isSVG(_ prefix: [UInt8]) -> Bool {
        let text = significant(prefix)
        return text.firstRange(of: Array("<svg".utf8)) != nil || text.firstRange(of: Array(":svg".utf8)) != nil
    }

    /// Without byte order marks, white space at the beginning, and the zeros of UTF-16.
    private static func significant(_ prefix: [UInt8]) -> [UInt8] {
        let ignored: Set<UInt8> = [0xEF, 0xBB, 0xBF, 0xFE, 0xFF, 0x20, 0x09, 0x0A, 0x0B, 0x0C, 0x0D]
        return Array(prefix.filter { $0 != 0 }.drop { ignored.contains($0) })
    }

    private static func isPHP(_ ending: String) -> Bool {
        ["phtml", "pht", "phar"].contains(ending)
            || (ending.hasPrefix("php") && ending.dropFirst(3).allSatisfy { $0.isNumber || $0 == "s" })
    }

    private static let compressions: Set<String> = ["gz", "br", "z", "zst", "bz2", "xz", "lz4", "lzma", "deflate", "zz"]

    /// Whether servers may unpack a file on the way, and send it for the one without the last ending.
    static func isCompressed(_ name: String) -> Bool {
        compressions.contains(name.split(separator: ".").last.map { $0.lowercased() } ?? "")
    }

    /// Whether a folder or a file of this name would be taken for a host's own.
    static func isHostFile(_ name: Substring) -> Bool {
        name.hasPrefix(".") || hostFiles.contains(name.lowercased()) || serviceWorkers.contains(name.lowercased())
    }

    private static let serviceWorkers: Set<String> = ["sw.js", "service-worker.js", "serviceworker.js", "_worker.js"]

    private static let documents: Set<String> = [
        "html", "htm", "xhtml", "xhtm", "xht", "shtml", "shtm", "stm", "dhtml", "mhtml", "mht", "xml", "xsl", "xslt", "xsd", "xul", "rdf",
        "rss", "atom", "mathml", "mml", "wsdl", "svgz", "vml", "hta", "htc", "htt", "swf", "xbl", "xspf", "smil",
    ]

    private static let scripts: Set<String> = ["js", "mjs", "cjs", "jsm", "es6", "wasm", "appcache"]

    private static let runByServers: Set<String> = [
        "php", "phps", "phtml", "phar", "hphp", "asp", "aspx", "asa", "asax", "ascx", "ashx", "asmx", "axd", "cshtml", "cshtm", "vbhtml",
        "vbhtm", "idc", "soap", "svc", "jsp", "jspx", "jspf", "jsw", "jsv", "jhtml", "cfm", "cfml", "cfc", "cgi", "fcgi", "fpl", "pl",
        "plx", "wsgi", "psgi", "dll", "cob", "inc", "php~", "php_", "url", "webloc", "lnk", "scf", "library-ms", "search-ms",
        "application", "ssi", "rhtml", "yaws", "htaccess", "htpasswd", "htgroup", "htdigest",
    ]

    private static let hostFiles: Set<String> = [
        "_headers", "_redirects", "_routes.json", "_worker.js", "_config.yml", "_config.yaml", "cname", "web.config", "php.ini",
        "user.ini", "netlify.toml", "vercel.json", "now.json", "serve.json", "routes.json", "staticwebapp.config.json", "staticfile",
        "staticfile.auth", "static.json", "ads.txt", "app-ads.txt", "security.txt", "apple-app-site-association", "assetlinks.json",
    ]

    private static let inert: Set<String> = [
        "png", "jpg", "jpeg", "gif", "webp", "avif", "bmp", "ico", "tif", "tiff", "apng", "jxl", "heic", "mp4", "m4v", "webm", "mov",
        "ogv", "avi", "mkv", "mp3", "m4a", "wav", "ogg", "oga", "opus", "flac", "aac", "weba", "pdf", "doc", "docx", "xls", "xlsx", "ppt",
        "pptx", "odt", "ods", "odp", "rtf", "epub", "zip", "gz", "tgz", "bz2", "xz", "7z", "rar", "tar", "zst", "dmg", "exe", "msi",
        "deb", "rpm", "apk", "iso", "bin", "jar", "txt", "log", "md", "csv", "tsv", "json", "yaml", "yml", "toml", "css", "woff", "woff2",
        "ttf", "otf", "vtt", "srt", "ps", "eps",
    ]
}

extension String {
    fileprivate var withoutLastEnding: String { lastIndex(of: ".").map { String(self[..<$0]) } ?? self }
}
