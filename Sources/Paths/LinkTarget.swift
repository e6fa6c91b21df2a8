import Bytes

/// Where a link leads.
///
/// There is one type for both sides of linking: `Reference` is a file of the content before the pages of the site are known (`NamedTarget`),
/// and an index into the site's pages or assets afterwards (`ResolvedTarget`).
public enum LinkTarget<Reference: Sendable & Equatable>: Sendable, Equatable {
    /// Another site, or a scheme such as `mailto`. The URL is complete.
    case external(String)
    /// A page, and the id of an element on it.
    case page(Reference, fragment: String?)
    /// A file that is published as it is.
    case asset(Reference)
    /// Nowhere: the link is shown as text.
    case nowhere
}

/// What a link names in the content.
public typealias NamedTarget = LinkTarget<ContentPath>

/// Where a link leads in the site.
public typealias ResolvedTarget = LinkTarget<Int>

extension LinkTarget: BinaryCodable where Reference: BinaryCodable {
    public func encode(to encoder: inout BinaryEncoder) {
        switch self {
        case .external(let url):
            encoder.write(0)
            encoder.write(url)
        case .page(let page, let fragment):
            encoder.write(1)
            encoder.write(page)
            encoder.write(fragment)
        case .asset(let asset):
            encoder.write(2)
            encoder.write(asset)
        case .nowhere: encoder.write(3)
        }
    }

    public init(from decoder: inout BinaryDecoder) throws(BinaryDecodingError) {
        switch try decoder.read() as Int {
        case 0: self = .external(try decoder.read())
        case 1: self = .page(try decoder.read(), fragment: try decoder.read())
        case 2: self = .asset(try decoder.read())
        case 3: self = .nowhere
        default: throw BinaryDecodingError()
        }
    }
}
