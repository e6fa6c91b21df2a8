extension String {
    /// Whether it is a date, with or without a time, in the format of HTML's `datetime`.
    public var isDate: Bool {
        let fields = prefix(10).split(separator: "-", omittingEmptySubsequences: false)
        return fields.count == 3 && fields[0].utf8.count == 4 && fields[1].utf8.count == 2 && fields[2].utf8.count == 2
            && fields.allSatisfy { $0.utf8.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") } }
            && (utf8.count == 10 || dropFirst(10).hasPrefix("T") || dropFirst(10).hasPrefix(" "))
    }
}
