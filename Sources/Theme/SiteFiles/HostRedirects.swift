import Bytes
import Paths
import Site

/// A kind of web server or host that can answer old addresses itself, with 301 in place of a page that leads on.
package enum RedirectHost: String, Sendable, CaseIterable {
    case nginx, caddy, apache, netlify, cloudflare, s3
}

/// The redirects of a site in the words of a host.
package struct HostRedirects {
    /// An old address and the new one, both from the root of the host. The old one is not encoded.
    private struct Rule {
        let from: String
        let to: String
        /// Whether the old address is a folder, which may be asked for with or without a slash.
        let isPage: Bool
    }

    private let rules: [Rule]

    package init(_ site: Site) {
        let path = site.configuration.baseURL.map { "/" + $0.split(separator: "/").dropFirst(2).joined(separator: "/") } ?? "/"
        let root = path.hasSuffix("/") ? path : path + "/"
        let urls = PageURLs(site: site, page: .root, root: root)
        rules = site.redirects.compactMap { redirect in
            guard let bare = urls.url(redirect.target) else { return nil }
            let from = root + (redirect.isPage ? redirect.base.string : redirect.file.string)
            let to = RelativeURL.adding(query: redirect.query, to: bare).replacing(" ", with: "%20")
            // The root of the site is no old address, and a control character could end a line of the host's.
            guard from != root, !(from + to).utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return nil }
            return Rule(from: from, to: to, isPage: redirect.isPage)
        }
    }

    /// How many old addresses there are.
    package var count: Int { rules.count }

    /// UTF-8, a rule a line.
    package func text(for host: RedirectHost) -> [UInt8] {
        var out: [UInt8] = []
        for rule in rules {
            for line in Self.lines(rule, host) {
                out.write(utf8: line)
                out.append(0x0A)
            }
        }
        return out
    }

    private static func lines(_ rule: Rule, _ host: RedirectHost) -> [String] {
        switch host {
        case .nginx:
            // https://nginx.org/en/docs/http/ngx_http_core_module.html#location: an address is compared decoded. A dollar would begin a variable.
            let target = quoted(rule.to.replacing("$", with: "%24"))
            return spellings(rule).map { "location = \(quoted($0)) { return 301 \(target); }" }
        case .caddy:
            // https://caddyserver.com/docs/caddyfile/directives/redir. Braces would begin a placeholder, a star a wildcard.
            if rule.from.contains(where: { "{}*".contains($0) }) { return [] }
            let target = quoted(rule.to.replacing("{", with: "%7B").replacing("}", with: "%7D"))
            return spellings(rule).map { "redir \(quoted($0)) \(target) 301" }
        case .apache:
            // https://httpd.apache.org/docs/2.4/mod/mod_alias.html#redirectmatch: the server encodes the new address itself.
            let decoded = (rule.to.percentDecoded ?? rule.to).replacing("$", with: "\\$")
            let target = decoded.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) ? rule.to : decoded
            return ["RedirectMatch 301 \(quoted("^" + escapedForRegex(rule.from) + (rule.isPage ? "/?$" : "$"))) \(quoted(target))"]
        case .netlify, .cloudflare:
            // https://docs.netlify.com/routing/redirects/, https://developers.cloudflare.com/pages/configuration/redirects/
            // Netlify shows a page that is there unless it is told otherwise, and one is at each old address.
            return spellings(rule).map { "\(encoded($0)) \(rule.to) 301\(host == .netlify ? "!" : "")" }
        case .s3:
            // https://docs.aws.amazon.com/AmazonS3/latest/userguide/how-to-page-redirect.html: an object for each address.
            let key = String(rule.from.dropFirst()) + (rule.isPage ? "/index.html" : "")
            return [
                "aws s3api put-object --bucket \"$BUCKET\" --key \(inShell(key)) --website-redirect-location \(inShell(rule.to)) --content-type text/html"
            ]
        }
    }

    private static func spellings(_ rule: Rule) -> [String] { rule.isPage ? [rule.from, rule.from + "/"] : [rule.from] }

    private static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    private static func inShell(_ text: String) -> String { "'" + text.replacing("'", with: "'\\''") + "'" }

    private static func encoded(_ path: String) -> String {
        var out: [UInt8] = []
        out.write(pathEncoding: path)
        return String(decoding: out, as: UTF8.self)
    }

    private static func escapedForRegex(_ text: String) -> String {
        text.map { "\\^$.|?*+()[]{}".contains($0) ? "\\\($0)" : "\($0)" }.joined()
    }
}
