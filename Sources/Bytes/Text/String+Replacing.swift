extension String {
    /// The string with every occurrence of `target` replaced. It compares bytes, unlike the method of the same name in the standard
    /// library, which compares `Character`s and does not find a line feed in `"\r\n"`.
    public func replacing(_ target: String, with replacement: String) -> String {
        guard !target.isEmpty else { return self }
        var result: [UInt8] = []
        let (bytes, target) = (Array(utf8), Array(target.utf8))
        var index = 0
        while index < bytes.count {
            if bytes[index...].starts(with: target) {
                result.append(contentsOf: replacement.utf8)
                index += target.count
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
