import Files

/// A site to begin with.
package enum NewSite {
    /// Writes it.
    /// - Returns: false where there is something at the folder already; nothing is written then.
    package static func write(to folder: String) throws(FileError) -> Bool {
        if let kind = FileSystem.kind(of: folder) {
            guard kind == .folder, try FileSystem.entries(of: folder).allSatisfy({ $0.name == ".git" }) else { return false }
        }
        for (path, text) in files {
            let location = folder + "/" + path
            try FileSystem.makeFolder(location.locationFolder)
            try FileSystem.replace(location, with: Array(text.utf8))
        }
        return true
    }

    private static let files: KeyValuePairs<String, String> = [
        "kbgen.yml": """
        # The settings of this site. Every one has a default.
        title: Help
        language: en
        # base-url: https://help.example.com/

        """,
        ".gitignore": """
        /Output/

        """,
        "Content/SUMMARY.md": """
        # Table of contents

        * [Welcome](README.md)

        ## Troubleshooting

        * [The app does not start](troubleshooting/app-does-not-start.md)

        """,
        "Content/README.md": """
        ---
        description: What this help is about, and where to begin.
        ---

        # Welcome

        Write what your readers need first. Each page is a Markdown file; `SUMMARY.md` lists them.

        Something does not work? See [The app does not start](troubleshooting/app-does-not-start.md).

        """,
        "Content/troubleshooting/app-does-not-start.md": """
        ---
        description: What to do when the app closes right after it is opened.
        ---

        # The app does not start

        ## The most likely cause: an old version

        Old versions stop working when the service changes.

        1. Open the settings of your device.
        2. Install all updates of the app.
        3. Start the app again.

        If this does not help, continue below.

        ## Other possible causes

        ### 1. Check that the device has free storage

        The app needs 500 MB.

        **Fix:** Remove files that you do not need.

        ### 2. Check the date and time

        A wrong clock makes secure connections fail.

        **Fix:** Let the device set its clock by itself.

        ## If the app still does not start

        Send us the version of the app and of the device, and what you have tried.

        """,
    ]
}
