extension NewSite {
    /// A tour of what a site can have: a page to arrive at, a how-to, a page to look things up in, and an article that leads a reader through.
    static let files: KeyValuePairs<String, String> = [
        "kbgen.yml": """
        # The settings of this site. Every one has a default; take away the “#” before those that you want.
        title: Help
        language: en

        # Where the site will stand. Search engines, feeds and previews of links want absolute addresses.
        # base-url: https://help.example.com/

        # description: How to set up and use our app.
        # logo: .gitbook/assets/window.svg
        # favicon: .gitbook/assets/window.svg
        # accent: "#0a7d52"
        # footer: © Example Ltd.

        # Links in the header.
        # links:
        #   Status: https://status.example.com/

        # Where readers turn to whom nothing helped: an e-mail address, or the URL of a form.
        # support: help@example.com

        # Where a page's source can be edited.
        # edit-url: https://github.com/example/help/edit/main/Content/{path}

        # Old addresses and where they lead.
        # redirects:
        #   old/setup: how-to/set-up.md

        # Findings that are errors here, or that nobody wants to see.
        # rules:
        #   link-dead: error
        #   title-duplicate: "off"

        """,
        ".gitignore": """
        /Output/

        """,
        ".github/workflows/check.yml": """
        # Checks the site on every change. Set the variable KBGEN_URL to where the program can be fetched.
        name: Check the help site
        on: [pull_request]

        permissions:
          contents: read

        jobs:
          check:
            runs-on: ubuntu-latest
            steps:
              - uses: actions/checkout@v4
              - name: Fetch kbgen
                env:
                  KBGEN_URL: ${{ vars.KBGEN_URL }}
                run: |
                  curl -fsSL "$KBGEN_URL" -o kbgen
                  chmod +x kbgen
              - name: Check
                run: ./kbgen check --strict

        """,
        "Content/SUMMARY.md": """
        # Table of contents

        * [Help](README.md)

        ## How to

        * [Set up the app](how-to/set-up.md)

        ## Reference

        * [Settings](reference/settings.md)

        ## Troubleshooting

        * [The app does not start](troubleshooting/app-does-not-start.md)

        """,
        "Content/README.md": """
        ---
        description: How to set up the app, what its settings mean, and what to do when something does not work.
        layout: landing
        ---

        # How can we help?

        """,
        "Content/how-to/set-up.md": """
        ---
        description: From the download to the first note, in about five minutes.
        ---

        # Set up the app

        You need a device with 500 MB of free storage and a connection to the internet.

        {% stepper %}
        {% step %}
        ## Install the app

        Open the store of your device, search for **Example Notes**, and select **Install**.
        {% endstep %}

        {% step %}
        ## Sign in

        Enter the address that your invitation went to. You get a code by e-mail, which is valid for ten minutes.

        {% hint style="info" %}
        No code? See [The app does not start](../troubleshooting/app-does-not-start.md) first, then look among unwanted mail.
        {% endhint %}
        {% endstep %}

        {% step %}
        ## Write your first note

        Select **+**, and write. Notes are saved while you type.
        {% endstep %}
        {% endstepper %}

        What the app can be told to do is in [Settings](../reference/settings.md).

        """,
        "Content/reference/settings.md": """
        ---
        description: Each setting of the app, its values and what they do.
        ---

        # Settings

        ![The window of the app, with the list of notes on the left](../.gitbook/assets/window.svg)

        ## Appearance

        | Setting | Values | Default |
        | --- | --- | --- |
        | Theme | light, dark, as the system | as the system |
        | Size of text | 80 to 200 % | 100 % |
        | Language | that of the device, or one of twelve | that of the device |

        ## Where settings are kept

        {% tabs %}
        {% tab title="Windows" %}
        `%APPDATA%\\Example\\settings.json`
        {% endtab %}

        {% tab title="macOS" %}
        `~/Library/Application Support/Example/settings.json`
        {% endtab %}

        {% tab title="Linux" %}
        `~/.config/example/settings.json`
        {% endtab %}
        {% endtabs %}

        {% hint style="warning" %}
        Close the app before you edit the file. It writes its settings when it ends.
        {% endhint %}

        ```json
        { "theme": "dark", "textSize": 120 }
        ```

        """,
        "Content/.gitbook/assets/window.svg": """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 360" width="640" height="360" role="img">
        <rect x="1" y="1" width="638" height="358" rx="12" fill="#f7f8fa" stroke="#c9ced6" stroke-width="2"/>
        <rect x="24" y="24" width="168" height="312" rx="8" fill="#e6e9ee"/>
        <rect x="40" y="44" width="136" height="36" rx="6" fill="#0a7d52"/>
        <rect x="40" y="96" width="112" height="12" rx="6" fill="#aab2bd"/>
        <rect x="40" y="124" width="128" height="12" rx="6" fill="#aab2bd"/>
        <rect x="40" y="152" width="96" height="12" rx="6" fill="#aab2bd"/>
        <rect x="224" y="44" width="260" height="22" rx="8" fill="#667080"/>
        <rect x="224" y="96" width="376" height="12" rx="6" fill="#c9ced6"/>
        <rect x="224" y="124" width="352" height="12" rx="6" fill="#c9ced6"/>
        <rect x="224" y="152" width="368" height="12" rx="6" fill="#c9ced6"/>
        </svg>

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
