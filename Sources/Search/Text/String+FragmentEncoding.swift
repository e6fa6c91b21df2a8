extension String {
    /// Percent-encoded as the fragment of a URL, like `encodeURIComponent` in JavaScript
    /// (https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/encodeURIComponent).
    var fragmentEncoded: String {
        var out = ""
        for byte in utf8 {
            let isUnreserved =
                byte < 0x80
                && (Character(Unicode.Scalar(byte)).isLetter || Character(Unicode.Scalar(byte)).isNumber || "-._~!'()*".utf8.contains(byte))
            if isUnreserved {
                out.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                out += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return out
    }
}
