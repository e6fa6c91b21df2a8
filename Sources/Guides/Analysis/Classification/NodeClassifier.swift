import Markdown

/// Pass 5: determines the kind of each title from its wording, its position and the titles below it. It goes down the tree, so that the
/// kind of the parent is known.
struct NodeClassifier {
    let outline: Outline
    let pack: LanguagePack
    let reader: InstructionReader
    let pageKind: Guide.PageKind
    /// The kind of each section of the outline.
    private(set) var kinds: [Guide.Node.Kind]
    /// The reasons for each kind.
    private(set) var evidence: [[String]]

    init(_ outline: Outline, pageKind: Guide.PageKind, _ pack: LanguagePack) {
        self.outline = outline
        self.pack = pack
        self.pageKind = pageKind
        reader = InstructionReader(pack: pack)
        kinds = Array(repeating: .info, count: outline.sections.count)
        evidence = Array(repeating: [], count: outline.sections.count)
        for root in outline.children(of: nil) { classify(root, isInFault: pageKind.isAboutFaults) }
    }

    func title(_ index: Int) -> Title { outline.sections[index].title }

    func parentKind(_ index: Int) -> Guide.Node.Kind? { outline.parents[index].map { kinds[$0] } }

    /// A kind, and the reason for it.
    typealias Classification = (kind: Guide.Node.Kind, evidence: String)

    private mutating func set(_ index: Int, _ classification: Classification) {
        kinds[index] = classification.kind
        evidence[index] = [classification.evidence]
    }

    private mutating func classify(_ index: Int, isInFault: Bool) {
        let isInFault = isInFault || isTroubleshootingSection(index)
        if let kind = outline.sections[index].override?.kind {
            set(index, (kind, "the comment before it says so"))
        } else if isInFault {
            set(index, classificationInFault(index))
        } else {
            set(index, pageKind == .faq ? classificationInFAQ(index) : classificationOnOtherPage(index))
        }
        for child in outline.children(of: index) { classify(child, isInFault: isInFault && kinds[index] != .info) }
        if outline.sections[index].override?.kind == nil, let classification = classificationFromChildren(index) {
            set(index, classification)
        }
    }

    /// Whether a section of a page of another kind is about faults, and says what to do about them.
    private func isTroubleshootingSection(_ index: Int) -> Bool {
        guard pageKind != .faq, outline.parents[index] != nil || title(index).level > 1, pack.troubleshooting.matches(title(index).words)
        else { return false }
        let children = outline.children(of: index)
        return children.contains { pack.faults.matches(title($0).words) } && children.contains { hasInstructions($0) }
    }

    // MARK: Corrections

    /// A correction that depends on the kinds of the children; nil if the kind is right.
    private func classificationFromChildren(_ index: Int) -> Classification? {
        let children = outline.children(of: index).map { kinds[$0] }
        guard !children.isEmpty else { return nil }
        switch kinds[index] {
        case .cause
        where children.contains(where: \.isOnPath)
            && (pack.causeGroups.matches(title(index).words) || children.allSatisfy { $0 == .cause || $0 == .info })
            && isSectionName(title(index).words):
            return (.group, "it only gathers causes")
        case .info
        where pageKind == .procedure && title(index).level == 1 && children.contains(.procedure)
            && children.allSatisfy({ $0 == .procedure || $0 == .group || $0 == .condition }):
            return (.procedure, "all that is below it is to be done")
        case .remedy
        where children.contains { $0 == .remedy || $0 == .check } && !hasSteps(index) && isSectionName(title(index).words):
            return (.group, "it only gathers remedies")
        default: return nil
        }
    }

    /// Whether a title names a section, such as `Causes`, rather than one cause or one remedy.
    private func isSectionName(_ words: Words) -> Bool {
        pack.isCauseTitle(words) || pack.isRemedyTitle(words) || pack.troubleshooting.matches(words)
    }
}
