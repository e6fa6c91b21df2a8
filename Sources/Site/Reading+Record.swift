import Bytes
import Diagnostics

/// A reading as it is kept for the next run: what the site knows of its pages besides their texts.
extension Reading {
    public func encode(to encoder: inout BinaryEncoder) {
        encoder.write(site.title)
        encoder.write(site.links)
        encoder.write(UInt64(site.pages.count))
        for (page, exposure) in zip(site.pages, exposures) {
            page.encode(to: &encoder)
            encoder.write(exposure)
        }
        encoder.write(site.navigation)
        encoder.write(site.assets)
        encoder.write(site.redirects)
        for findings in findings { encoder.write(findings) }
        encoder.write(others)
    }
}

extension ContentReader {
    /// The reading that follows one of an earlier run, where only texts of pages changed since. Its site has all that is asked for to make the changed pages, but not
    /// where the links of the others lead.
    /// - Parameters:
    ///   - inputs: the files as they are now, which were there then, too.
    ///   - decoder: stands before what `Reading.encode` wrote; behind it afterwards.
    ///   - locations: of the files that have changed since.
    /// - Returns: nil where more is to be read anew than these pages.
    /// - Throws: `DamagedRecord` where it is not what was written.
    public func read(_ inputs: ContentInputs, from decoder: inout BinaryDecoder, changed locations: [String]) throws(DamagedRecord) -> Reading? {
        var unused: [Diagnostic] = []
        let ground = ground(inputs, &unused)
        let reading = try Reading(from: &decoder, inputs, ground, settings: configuration)
        return inputs.paths(at: locations).flatMap { reading.following($0, inputs) }
    }
}

extension Reading {
    fileprivate init(from decoder: inout BinaryDecoder, _ inputs: ContentInputs, _ ground: ContentReader.Ground, settings: Configuration) throws(DamagedRecord) {
        let title: String = try decoder.read()
        let links: [HeaderLink] = try decoder.read()
        let count = try decoder.readCount()
        var pages: [Page] = []
        var exposures: [String?] = []
        var ids: [String: Int] = [:]
        for id in 0..<count {
            let page = try Page(from: &decoder, id: id, ground.resolver)
            exposures.append(try decoder.read())
            ids[page.path] = id
            pages.append(page)
        }
        let navigation: [NavigationItem] = try decoder.read()
        let assets: [Asset] = try decoder.read()
        let redirects: [Redirect] = try decoder.read()
        var findings: [[Diagnostic]] = []
        for _ in pages { findings.append(try decoder.read()) }
        others = try decoder.read()
        site = Site(
            configuration: ground.settings, tree: inputs.tree, title: title, links: links, pages: pages, navigation: navigation, assets: assets,
            redirects: redirects, specifications: [:], tagTitles: ground.tagTitles, variables: ground.variables, diagnostics: Self.all(others, findings))
        change = .nothing
        fresh = []
        self.inputs = inputs
        self.settings = settings
        resolver = ground.resolver
        self.ids = ids
        self.assets = Dictionary(zip(assets.map(\.path), assets.indices)) { first, _ in first }
        self.exposures = exposures
        self.findings = findings
    }
}

extension Page {
    fileprivate func encode(to encoder: inout BinaryEncoder) {
        for text in [path, address, title, description, language] { encoder.write(text) }
        for flag in [isHidden, isListed, isOutOfSearch, isOutOfRobots] { encoder.write(flag) }
        encoder.write(parts)
        encoder.write(trail)
        encoder.write(previous)
        encoder.write(next)
        encoder.write(UInt64(aliases.count))
        for (heading, names) in aliases.sorted(by: { $0.key < $1.key }) {
            encoder.write(heading)
            encoder.write(names)
        }
    }

    /// A page whose text is read when somebody asks for it.
    fileprivate init(from decoder: inout BinaryDecoder, id: Int, _ resolver: LinkResolver) throws(DamagedRecord) {
        self.id = id
        let path: String = try decoder.read()
        self.path = path
        address = try decoder.read()
        title = try decoder.read()
        description = try decoder.read()
        language = try decoder.read()
        isRightToLeft = language.isRightToLeft
        isHidden = try decoder.read()
        isListed = try decoder.read()
        isOutOfSearch = try decoder.read()
        isOutOfRobots = try decoder.read()
        text = PageSource(path: path, parts: try decoder.read()) { PageDrafts.content(of: path, resolver: resolver) }
        trail = try decoder.read()
        previous = try decoder.read()
        next = try decoder.read()
        for _ in 0..<(try decoder.readCount()) {
            let heading: Int = try decoder.read()
            aliases[heading] = try [String](from: &decoder)
        }
    }
}

extension LinkTarget: BinaryCodable {
    public func encode(to encoder: inout BinaryEncoder) {
        switch self {
        case .external(let address):
            encoder.write(0)
            encoder.write(address)
        case .page(let id, let fragment):
            encoder.write(1)
            encoder.write(id)
            encoder.write(fragment)
        case .asset(let id):
            encoder.write(2)
            encoder.write(id)
        case .nowhere: encoder.write(3)
        }
    }

    public init(from decoder: inout BinaryDecoder) throws(DamagedRecord) {
        switch try decoder.read() as Int {
        case 0: self = .external(try decoder.read())
        case 1: self = .page(try decoder.read(), fragment: try decoder.read())
        case 2: self = .asset(try decoder.read())
        case 3: self = .nowhere
        default: throw DamagedRecord()
        }
    }
}

extension NavigationItem: BinaryCodable {
    public func encode(to encoder: inout BinaryEncoder) {
        encoder.write(title)
        switch target {
        case .page(let id, let fragment): encoder.write(LinkTarget.page(id, fragment: fragment))
        case .external(let address): encoder.write(LinkTarget.external(address))
        case .none: encoder.write(LinkTarget.nowhere)
        }
        encoder.write(isGroup)
        encoder.write(isHidden)
        encoder.write(children)
    }

    public init(from decoder: inout BinaryDecoder) throws(DamagedRecord) {
        let title: String = try decoder.read()
        let target: LinkTarget = try decoder.read()
        let (isGroup, isHidden): (Bool, Bool) = (try decoder.read(), try decoder.read())
        self.init(title: title, target: Self.target(target), isGroup: isGroup, isHidden: isHidden, children: try decoder.read())
    }

    private static func target(_ target: LinkTarget) -> Target {
        switch target {
        case .page(let id, let fragment): .page(id, fragment: fragment)
        case .external(let address): .external(address)
        case .asset, .nowhere: .none
        }
    }
}

extension HeaderLink: BinaryCodable {
    public func encode(to encoder: inout BinaryEncoder) {
        encoder.write(title)
        encoder.write(target)
    }

    public init(from decoder: inout BinaryDecoder) throws(DamagedRecord) {
        title = try decoder.read()
        target = try decoder.read()
    }
}

extension Redirect: BinaryCodable {
    public func encode(to encoder: inout BinaryEncoder) {
        encoder.write(address)
        encoder.write(target)
    }

    public init(from decoder: inout BinaryDecoder) throws(DamagedRecord) {
        address = try decoder.read()
        target = try decoder.read()
    }
}

extension Asset: BinaryCodable {
    public func encode(to encoder: inout BinaryEncoder) {
        encoder.write(path)
        encoder.write(address)
        encoder.write(size)
        encoder.write(imageSize?.width)
        encoder.write(imageSize?.height)
    }

    public init(from decoder: inout BinaryDecoder) throws(DamagedRecord) {
        path = try decoder.read()
        address = try decoder.read()
        size = try decoder.read()
        let (width, height): (Int?, Int?) = (try decoder.read(), try decoder.read())
        if let width, let height { imageSize = (width, height) }
    }
}
