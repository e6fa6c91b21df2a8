import Platform

/// A site's own accent colour, made lighter or darker until text in it can be read on the grounds of both colour schemes: the contrast is at
/// least that of WCAG 2.2, 1.4.3 (https://www.w3.org/TR/WCAG22/#contrast-minimum).
struct AccentColour {
    /// Red, green and blue, from 0 to 255.
    private let channels: [Double]

    /// - Parameter text: `#rrggbb`; nil for anything else.
    init?(_ text: String) {
        guard text.utf8.count == 7, text.hasPrefix("#"), text.dropFirst().allSatisfy(\.isHexDigit),
            let number = Int(text.dropFirst(), radix: 16)
        else { return nil }
        channels = [16, 8, 0].map { Double(number >> $0 & 0xFF) }
    }

    private init(_ channels: [Double]) { self.channels = channels }

    /// For light grounds and for dark ones, as `#rrggbb`. The grounds are the raised surfaces of `theme.css`, tinted with the accent, which are
    /// the least favourable.
    var onLight: String { readable(on: AccentColour([245, 247, 250]), towards: 0).text }
    var onDark: String { readable(on: AccentColour([29, 36, 46]), towards: 255).text }

    /// Contrast is lost where the ground has a tint of the accent.
    private static let minContrast = 5.2

    private func readable(on ground: AccentColour, towards end: Double) -> AccentColour {
        for step in 0...100 {
            let colour = AccentColour(channels.map { ($0 + (end - $0) * Double(step) / 100).rounded() })
            if colour.contrast(with: ground) >= Self.minContrast { return colour }
        }
        return AccentColour([end, end, end])
    }

    private func contrast(with other: AccentColour) -> Double {
        let (one, two) = (luminance, other.luminance)
        return (max(one, two) + 0.05) / (min(one, two) + 0.05)
    }

    /// Relative luminance (https://www.w3.org/TR/WCAG22/#dfn-relative-luminance).
    private var luminance: Double {
        let linear = channels.map { channel in
            let value = channel / 255
            return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }

    private var text: String {
        "#" + channels.map { String(Int($0) + 0x100, radix: 16).dropFirst() }.joined()
    }
}
