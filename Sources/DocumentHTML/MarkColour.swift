import Markdown

/// Converts the colours of `<mark style="color:…">` to classes, since pages have no inline styles.
enum MarkColour {
    private static let names = ["red", "orange", "yellow", "green", "blue", "purple", "gray", "grey", "pink", "brown"]

    /// The classes for the declarations of a `style` attribute.
    static func classes(_ style: String) -> [String] {
        style.split(separator: ";").compactMap { declaration in
            let pair = declaration.split(separator: ":", maxSplits: 1).map { String($0).trimmed.lowercased() }
            guard pair.count == 2, let colour = named(pair[1]) else { return nil }
            switch pair[0] {
            case "color": return "kb-text-\(colour)"
            case "background-color", "background": return "kb-back-\(colour)"
            default: return nil
            }
        }
    }

    /// The name of a colour given by its name, a GitBook variable or as `#rrggbb`; nil for any other.
    private static func named(_ value: String) -> String? {
        if let name = names.first(where: { value == $0 || value.hasPrefix("$") && value.hasSuffix($0) }) {
            return name == "grey" ? "gray" : name
        }
        guard value.hasPrefix("#"), value.utf8.count == 7, let rgb = Int(value.dropFirst(), radix: 16) else { return nil }
        return nearest(red: rgb >> 16, green: rgb >> 8 & 255, blue: rgb & 255)
    }

    /// The name of the colour closest in hue.
    private static func nearest(red: Int, green: Int, blue: Int) -> String {
        let (high, low) = (max(red, green, blue), min(red, green, blue))
        guard high - low > 40 else { return "gray" }
        if high == red { return blue > green + 40 ? "pink" : green > 170 ? "yellow" : green > 90 ? "orange" : "red" }
        return high == green ? "green" : red > green + 30 ? "purple" : "blue"
    }
}
