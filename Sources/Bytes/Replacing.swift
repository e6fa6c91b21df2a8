extension String {
    /// With every occurrence of a part replaced.
    public func replacing(_ part: String, with text: String) -> String {
        guard !part.isEmpty else { return self }
        var result: [UInt8] = []
        let (bytes, part) = (Array(utf8), Array(part.utf8))
        var index = 0
        while index < bytes.count {
            if bytes[index...].starts(with: part) {
                result.append(contentsOf: text.utf8)
                index += part.count
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
