import Paths

/// A file that is published as it is.
package struct Asset: Sendable {
    /// The file in the content.
    package let path: ContentPath
    /// Where it is published.
    package let output: OutputPath
    /// Whether it is an SVG picture for which nobody but its writer vouches: its safe subset is published.
    package let isReduced: Bool
    /// Whether its name is that of a picture.
    var isPicture: Bool { ["png", "jpg", "jpeg", "gif", "webp", "avif", "bmp", "svg"].contains(path.fileExtension) }
    /// In bytes; nil if it could not be read.
    package internal(set) var size: Int?
    /// The width and height of a picture in pixels.
    package internal(set) var imageSize: (width: Int, height: Int)?
}
