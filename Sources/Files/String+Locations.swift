/// Locations are paths of the operating system, relative to the working folder or absolute.
extension String {
    /// Whether this location is `folder` or is inside it. Both must be canonical.
    public func isLocation(inside folder: String) -> Bool { self == folder || hasPrefix(folder == "/" ? "/" : folder + "/") }

    /// The last component of a location.
    public var locationName: String { lastIndex(of: "/").map { String(self[index(after: $0)...]) } ?? self }

    /// The location of the parent folder; `.` for a single name.
    public var locationFolder: String {
        guard let slash = lastIndex(of: "/") else { return "." }
        return slash == startIndex ? "/" : String(self[..<slash])
    }
}
