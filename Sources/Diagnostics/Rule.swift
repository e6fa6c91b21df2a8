/// The rules of diagnostics. Each has a section of the same name on a page below `rules/` in the manual.
public enum Rule: String, Sendable, CaseIterable {
    // Files
    case fileUnreadable = "file-unreadable"
    case fileEncoding = "file-encoding"
    case fileNUL = "file-nul"
    case fileSize = "file-size"
    case symlinkOutside = "symlink-outside"
    case symlinkLoop = "symlink-loop"

    // Settings
    case yamlSyntax = "yaml-syntax"
    case settingUnknown = "setting-unknown"
    case settingType = "setting-type"
    case settingRepeated = "setting-repeated"

    // Navigation and addresses
    case summaryMissingPage = "summary-missing-page"
    case summaryOutside = "summary-outside"
    case summarySyntax = "summary-syntax"
    case summaryComputed = "summary-computed"
    case translationStale = "translation-stale"
    case addressGone = "address-gone"
    case datesMissing = "dates-missing"
    case labelsMissing = "labels-missing"
    case spaceMissing = "space-missing"
    case spaceUndeclared = "space-undeclared"
    case pageAddress = "page-address"
    case addressTaken = "address-taken"
    case addressCase = "address-case"
    case pageUnlisted = "page-unlisted"
    case pageOrphan = "page-orphan"
    case redirectSource = "redirect-source"
    case redirectTarget = "redirect-target"
    case titleDuplicate = "title-duplicate"
    case titleMissing = "title-missing"

    // Links
    case linkTarget = "link-target"
    case linkFragment = "link-fragment"
    case linkAsset = "link-asset"
    case linkCase = "link-case"
    case linkPlaceholder = "link-placeholder"
    case linkScheme = "link-scheme"
    case assetUnsafe = "asset-unsafe"
    case assetAddress = "asset-address"
    case assetEmpty = "asset-empty"
    case assetUnused = "asset-unused"
    case includeUnused = "include-unused"
    case linkDead = "link-dead"

    // Documents
    case blockUnknown = "block-unknown"
    case blockUnbalanced = "block-unbalanced"
    case blockAttribute = "block-attribute"
    case syntaxForeign = "syntax-foreign"
    case mathsUnknown = "maths-unknown"
    case diagramUndrawn = "diagram-undrawn"
    case codeUnclosed = "code-unclosed"
    case tableDelimiter = "table-delimiter"
    case headingSpace = "heading-space"
    case linkSpace = "link-space"
    case footnoteMissing = "footnote-missing"
    case footnoteUnused = "footnote-unused"
    case frontMatter = "front-matter"
    case conditionUndecided = "condition-undecided"
    case expressionUnknown = "expression-unknown"
    case includeCycle = "include-cycle"
    case includeSize = "include-size"
    case expressionSize = "expression-size"
    case specificationUnreadable = "specification-unreadable"
    case htmlRemoved = "html-removed"
    case htmlUnbalanced = "html-unbalanced"
    case nestingDepth = "nesting-depth"
    case headingSkip = "heading-skip"
    case descriptionMissing = "description-missing"
    case altMissing = "alt-missing"
    case pageLong = "page-long"

    // Guides
    case guideDeadEnd = "guide-dead-end"
    case guideSingleOption = "guide-single-option"
    case guideEmptySteps = "guide-empty-steps"
    case guideNumbering = "guide-numbering"
    case guideLikelihood = "guide-likelihood"
    case guideEmptyCondition = "guide-empty-condition"
    case guideDuplicateTitle = "guide-duplicate-title"
    case guideNothingBelow = "guide-nothing-below"
    case guideEscalationOrder = "guide-escalation-order"
    case guideSize = "guide-size"
    case guideOverride = "guide-override"
    case guideUnsure = "guide-unsure"
    case guidePinned = "guide-pinned"
    case importLost = "import-lost"
    case insightsLine = "insights-line"

    // Templates
    case templateSyntax = "template-syntax"
    case templateName = "template-name"
    case templateUnknownFile = "template-unknown-file"

    /// The default severity: an error if part of the content cannot be published as written and kbgen cannot know what was meant, otherwise
    /// a warning.
    public var severity: Severity {
        switch self {
        case .fileUnreadable, .fileEncoding, .fileSize, .symlinkOutside, .symlinkLoop, .yamlSyntax, .pageAddress,
            .summaryOutside, .templateSyntax, .templateName:
            .error
        default:
            .warning
        }
    }
}
