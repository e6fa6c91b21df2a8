import Bytes
import Diagnostics

/// What came of a build or a check.
package struct Report: Sendable {
    package var diagnostics: [Diagnostic]
    package var pages: Int
    package var assets: Int
    /// How many pages have a decision tree.
    package var guides: Int
    /// How many pages of the content are not published, because nothing lists or links them.
    package var orphans: Int

    package var errors: Int { diagnostics.count { $0.severity == .error } }
    package var warnings: Int { diagnostics.count - errors }
}

extension Report: BinaryCodable {
    package func encode(to encoder: inout BinaryEncoder) {
        for count in [pages, assets, guides, orphans] { encoder.write(count) }
        encoder.write(diagnostics)
    }

    package init(from decoder: inout BinaryDecoder) throws(BinaryDecodingError) {
        pages = try decoder.read()
        assets = try decoder.read()
        guides = try decoder.read()
        orphans = try decoder.read()
        diagnostics = try decoder.read()
    }
}
