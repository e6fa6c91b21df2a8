import Testing

@testable import Theme

@Suite struct SafeSVGTests {
    private func reduced(_ content: String) -> String {
        String(decoding: SafeSVG(Array(content.utf8)).bytes, as: UTF8.self)
    }

    private let opening = "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\""

    @Test(arguments: [
        "<script>alert(1)</script>", "<SCRIPT>alert(1)</SCRIPT>", "<svg:script>alert(1)</svg:script>", "<g onload=\"alert(1)\"/>",
        "<g ONLOAD='alert(1)'/>", "<a href=\"javascript:alert(1)\"/>", "<a xlink:href=\"java&#10;script:alert(1)\"/>",
        "<use href=\"https://e.example/x.svg#a\"/>", "<use href=\"data:image/svg+xml;base64,AAAA#x\"/>",
        "<image href=\"https://e.example/x.png\"/>",
        "<image href=\"data:image/svg+xml,x\"/>",
        "<foreignObject><script xmlns=\"http://www.w3.org/1999/xhtml\">alert(1)</script></foreignObject>",
        "<foreignObject><iframe srcdoc=\"x\"/></foreignObject>", "<foreignObject><div onclick=\"alert(1)\">x</div></foreignObject>",
        "<x:script xmlns:x=\"http://www.w3.org/2000/svg\">alert(1)</x:script>",
        "<animate attributeName=\"href\" to=\"javascript:alert(1)\"/>",
        "<set attributeName=\"xlink:href\" to=\"javascript:alert(1)\"/>", "<set attributeName=\" onload \" to=\"alert(1)\"/>",
        "<style>@import url(https://e.example/x.css);</style>", "<style>@im<![CDATA[port 'https://e.example/x.css']]></style>",
        "<style>g { fill: url(https://e.example/x) }</style>", "<g style=\"background: url('//e.example/x')\"/>",
        "<g fill=\"url(https://e.example/#x)\"/>",
        "<style>g { fill: u\\72l(https://e.example/x) }</style>", "<handler type=\"text/javascript\">alert(1)</handler>",
        "<embed src=\"x\"/>", "<iframe src=\"javascript:alert(1)\"/>", "<object data=\"x\"/>",
        "<link rel=\"stylesheet\" href=\"https://e.example/\"/>",
        "<?xml-stylesheet href=\"https://e.example/x.xsl\"?>", "<g xml:base=\"https://e.example/\"/>",
        "<audio src=\"https://e.example/\"/>",
        "<metadata><script>alert(1)</script></metadata>", "<title><script>alert(1)</script></title>", "<g/onload=alert(1)>",
        "<g onload=alert(1)>",
        "<text><![CDATA[<script>alert(1)</script>]]></text>", "&lt;script>alert(1)&lt;/script>", "<feImage href=\"https://e.example/x\"/>",
    ]) func nothingRunsOrLoads(content: String) {
        let result = reduced("<svg>\(content)</svg>").lowercased()
        for word in [
            "<script", "onload", "onclick", "href=\"j", "e.example", "<iframe", "<object", "<embed", "<handler", "<link", "srcdoc",
            "svg+xml",
        ] {
            #expect(!result.contains(word), "\(result)")
        }
    }

    /// Browsers stop at such a character or leave it out; a word with one in it is still the word.
    @Test(arguments: ["\u{1}", "\u{0}", "\u{B}", "\u{FFFE}"]) func controlCharactersHideNothing(control: String) {
        let result = reduced("<svg><scr\(control)ipt>alert(1)</scr\(control)ipt><g on\(control)load=\"alert(1)\"/></svg>")
        #expect(!result.contains("<script") && !result.contains("onload"), "\(result)")
    }

    @Test func entitiesDoNotMultiply() {
        let uses = String(repeating: "<text>" + String(repeating: "&a;", count: 100) + "</text>", count: 1_000)
        let picture = "<!DOCTYPE svg [<!ENTITY a \"\(String(repeating: "x", count: 250))\">]><svg>\(uses)</svg>"
        #expect(reduced(picture).utf8.count < 2 << 20)
    }

    @Test func whatIsDrawnStays() {
        let picture = """
            <?xml version="1.0"?><!DOCTYPE svg PUBLIC "x" "y" [<!ENTITY ns_svg "http://www.w3.org/2000/svg">]>
            <svg xmlns="&ns_svg;" viewBox="0 0 10 10"><style>.a { fill: url(#g); }</style><defs><linearGradient id="g"/></defs>\
            <svg:rect class="a" width="5"/><use xlink:href="#g"/><image href="data:image/png;base64,AA=="/><a href="https://a.example/"><text>a &amp; b</text></a>\
            <foreignObject><div style="color: red">Label</div></foreignObject></svg>
            """
        #expect(
            reduced(picture) == """
                \(opening) viewBox="0 0 10 10"><style>.a { fill: url(#g); }</style><defs><linearGradient id="g"/></defs>\
                <rect class="a" width="5"/><use xlink:href="#g"/><image href="data:image/png;base64,AA=="/><a href="https://a.example/"><text>a &amp; b</text></a>\
                <foreignObject><div xmlns="http://www.w3.org/1999/xhtml" style="color: red">Label</div></foreignObject></svg>

                """)
        #expect(SafeSVG(Array(picture.utf8)).removed.isEmpty)
    }

    @Test func whatWasRemovedIsNamed() {
        let picture = SafeSVG(Array("<svg onload='x'><script/><sodipodi:namedview/><g fill='url(//a)'/></svg>".utf8))
        #expect(picture.removed == ["fill", "onload", "script"])
    }

    @Test(arguments: ["", "text", "<html><script>alert(1)</script></html>", "<svg", "<svg a='", "\u{1F}\u{8B}"])
    func whatIsNoPictureIsAnEmptyOne(text: String) {
        #expect(reduced(text).hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\""))
        #expect(!reduced(text).contains("alert"))
    }

    @Test func otherEncodingsAreRead() {
        let utf16 = "<svg><text>é</text></svg>".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(String(decoding: SafeSVG([0xFF, 0xFE] + utf16).bytes, as: UTF8.self) == opening + "><text>é</text></svg>\n")
        #expect(
            String(decoding: SafeSVG(Array("<svg><text>".utf8) + [0xE9] + Array("</text></svg>".utf8)).bytes, as: UTF8.self).contains("é"))
    }
}
