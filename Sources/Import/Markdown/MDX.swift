import Content
import Paths

/// Markdown with components and blocks between colons.
enum MDX {
    static func converted(_ lines: [SourceLine], _ context: inout ConversionContext) -> [SourceLine] {
        var included: Set<ContentPath> = []
        let find = context.include
        var components = Components { reference in
            guard let part = find(reference) else { return nil }
            included.insert(part)
            return "{% include \"/\(FolderImport.includePath(of: part))\" %}"
        }
        var containers = Containers()
        let out = containers.converted(components.converted(lines))
        context.included.formUnion(included)
        context.findings += components.findings + components.expressions + containers.findings
        return out
    }
}

extension SourceTree {
    /// The text of a file; nil if there is none that can be read.
    func text(_ path: ContentPath) -> String? { ((try? read(path)) ?? nil).map { String(decoding: $0, as: UTF8.self) } }
}
