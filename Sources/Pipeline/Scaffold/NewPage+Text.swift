extension NewPage {
    /// The Markdown of a new page.
    static func text(_ kind: Kind, title: String) -> String {
        switch kind {
        case .page: page(title.escaped)
        case .article: article(title.escaped)
        }
    }

    private static func page(_ title: String) -> String {
        """
        ---
        description: In one sentence, what this page is for.
        ---

        # \(title)

        Begin with what the reader came for.

        """
    }

    private static func article(_ title: String) -> String {
        """
        ---
        description: What to do when this happens, in one sentence.
        ---

        # \(title)

        In a sentence or two: what the reader sees, with the exact words of the error, so that a search finds it.

        ## The most likely cause: name it

        What has happened, in a sentence.

        1. The first thing to do.
        2. The next thing.
        3. Try again what failed.

        If this does not help, continue below.

        ## Other possible causes

        ### 1. Check the next most likely thing

        How to see whether this is the cause.

        **Fix:** What to do if it is.

        ### 2. Check what is rarer

        How to see whether this is the cause.

        **Fix:** What to do if it is.

        ## If nothing has helped

        Say whom to write to, and what to send: the exact words of the error, the version, and what was tried.

        """
    }
}

extension String {
    /// As the text of a heading or a link, and on one line.
    var escaped: String {
        var text = ""
        for character in self {
            if "\\`*_[]<>#".contains(character) { text.append("\\") }
            text.append(character.isNewline ? " " : character)
        }
        return text
    }
}
