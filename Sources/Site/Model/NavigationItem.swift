import Paths

/// An entry of the navigation.
package struct NavigationItem: Sendable {
    package let title: String
    /// A page, another site, or nowhere.
    package let target: ResolvedTarget
    /// Whether it is a heading above the entries below it, as GitBook's groups are.
    package let isGroup: Bool
    /// False for a page that its front matter hides, and for a group with nothing to show.
    package let isShown: Bool
    package let children: [NavigationItem]
    /// Whether any of its children is shown.
    package let hasShownChildren: Bool
    let isHidden: Bool

    init(title: String, target: ResolvedTarget, isGroup: Bool, isHidden: Bool, children: [NavigationItem]) {
        self.title = title
        self.target = target
        self.isGroup = isGroup
        self.isHidden = isHidden
        self.children = children
        hasShownChildren = children.contains { $0.isShown }
        isShown = !isHidden && (!isGroup || hasShownChildren)
    }
}

/// A link of the settings, as pages show it.
package struct SettingsLink: Sendable {
    package let title: String
    package let target: ResolvedTarget
}
