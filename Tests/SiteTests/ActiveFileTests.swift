import Paths
import Testing

@testable import Site

@Suite struct ActiveFileTests {
    @Test(arguments: [
        "a.html", "a.HTM", "a.xhtml", "a.xml", "a.svgz", "a.rss", "a.js", "a.mjs", "a.wasm", "a.php", "a.phtml", "a.php7", "a.jsp",
        "a.aspx",
        "a.cgi", "a.shtml", "a.html.de", "a.html.pt-br", "a.js.gz", "a.php.png", "a.html.", "a.asp;.png", "a.php::$DATA", "_headers",
        "_Redirects",
        "serve.json", "vercel.json", "a.svg.gz", "a.svg.br", "a.php~", "a.lnk", "a.url", "CNAME", "web.config", ".htaccess", "sw.js",
        "x.html.bak", "a.b.xml",
    ]) func filesThatAreRun(name: String) { #expect(ActiveFile.reason(ContentPath("folder/" + name)) != nil) }

    @Test(arguments: [
        "a.png", "a.svg", "a.pdf", "html", "js.png", "next.js.pdf", "vue.js.svg", "a.html.zip", "a.js.txt", "a.xml.tar.gz", "a.json",
        "a.yaml",
        "a.css", "a.py", "a.sh", "notes", "image (1).png", "a.tar.gz", "headers", "cname.txt", "v1.2", "manual.pl.pdf", "phone.jpg",
    ]) func filesThatAreShownOrSaved(name: String) { #expect(ActiveFile.reason(ContentPath("folder/" + name)) == nil) }

    @Test(arguments: ["<html>", " \n<!doctype html>", "\u{FEFF}<?xml version='1.0'?>", "<\0h\0t\0m\0l\0"])
    func textsThatBrowsersTakeForPages(text: String) { #expect(ActiveFile.isMarkup(Array(text.utf8))) }

    @Test func utf16IsReadToo() {
        #expect(ActiveFile.isMarkup([0xFF, 0xFE, 0x3C, 0, 0x73, 0, 0x76, 0, 0x67, 0]))
        #expect(ActiveFile.isSVG([0xFF, 0xFE, 0x3C, 0, 0x73, 0, 0x76, 0, 0x67, 0]))
        #expect(!ActiveFile.isMarkup(Array("text <html>".utf8)))
    }
}
