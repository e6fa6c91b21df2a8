/// What the interface says, by key, in English; `labels` in `kbgen.yml` replaces any of it.
public enum Labels {
    public static let english: KeyValuePairs<String, String> = [
        "skip": "Skip to content",
        "contents": "Contents",
        "onThisPage": "On this page",
        "breadcrumbs": "Breadcrumbs",
        "previous": "Previous",
        "next": "Next",
        "edit": "Edit this page",
        "viewMarkdown": "View as Markdown",
        "openMenu": "Menu",
        "closeMenu": "Close menu",
        "expand": "Show the pages below",
        "theme": "Colour theme",
        "themeSystem": "As the system",
        "themeLight": "Light",
        "themeDark": "Dark",
        "allPages": "All pages",
        "home": "Home",
        "notFoundTitle": "Page not found",
        "notFoundText": "There is no page at this address. It may have moved.",
        "movedTitle": "This page has moved",
        "movedText": "It is here now:",
        "machineReadable": "This page as Markdown, and an index of all pages for language models:",
        "pages": "Pages",
    ]
}
