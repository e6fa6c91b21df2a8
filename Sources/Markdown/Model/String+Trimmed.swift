extension String {
    /// The string without white space at either end, including no-break spaces.
    public var trimmed: String {
        if let first = utf8.first, let last = utf8.last, first > 0x20, first < 0x80, last > 0x20, last < 0x80 { return self }
        var view = unicodeScalars[...]
        while view.first?.properties.isWhitespace == true { view.removeFirst() }
        while view.last?.properties.isWhitespace == true { view.removeLast() }
        return String(view)
    }
}
