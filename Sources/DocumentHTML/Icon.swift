import Markdown

/// Characters for the most common Font Awesome icons. Other icons are shown by their names.
public enum Icon {
    /// The character for a Font Awesome name such as `gear`; nil if there is none.
    public static func symbol(_ name: String) -> String? { symbols[name] }

    private static let symbols: [String: String] = [
        "arrow-down": "↓", "arrow-left": "←", "arrow-pointer": "➤", "arrow-right": "→", "arrow-right-arrow-left": "⇄",
        "arrow-right-from-bracket": "↦",
        "arrow-rotate-right": "↻", "arrow-up": "↑", "arrow-up-right-from-square": "↗", "arrows-rotate": "↻", "bars": "☰", "bell": "🔔",
        "bolt": "⚡", "book": "📖", "book-open": "📖", "box": "📦", "bug": "🐛", "building": "🏢", "bullhorn": "📣", "calendar": "📅",
        "camera": "📷",
        "chart-line": "📈", "chart-simple": "📊", "check": "✓", "chevron-down": "⌄", "chevron-left": "‹", "chevron-right": "›",
        "chevron-up": "⌃",
        "circle": "●", "circle-check": "✓", "circle-exclamation": "❗", "circle-info": "ℹ", "circle-question": "?", "circle-xmark": "✗",
        "clipboard": "📋",
        "clock": "🕒", "cloud": "☁", "code": "‹›", "comment": "💬", "comments": "💬", "compass": "🧭", "copy": "⧉", "credit-card": "💳",
        "cube": "◫",
        "database": "🗄", "desktop": "🖥", "download": "⇩", "ellipsis": "…", "ellipsis-vertical": "⋮", "envelope": "✉", "eye": "👁",
        "file": "📄",
        "file-lines": "📄", "filter": "▽", "flag": "⚑", "flask": "⚗", "folder": "📁", "folder-open": "📂", "gear": "⚙", "gears": "⚙",
        "globe": "🌐",
        "graduation-cap": "🎓", "grip-dots-vertical": "⋮", "hammer": "🔨", "handshake": "🤝", "heart": "♥", "hourglass": "⌛", "house": "⌂",
        "image": "🖼", "key": "🔑", "keyboard": "⌨", "laptop": "💻", "leaf": "🍃", "lightbulb": "💡", "link": "🔗", "list": "☰",
        "location-dot": "📍",
        "lock": "🔒", "magnifying-glass": "🔍", "map": "🗺", "medal": "🏅", "message": "💬", "microphone": "🎤", "minus": "−", "mobile": "📱",
        "money-bill": "💵", "moon": "☾", "music": "♪", "palette": "🎨", "paper-plane": "➤", "paperclip": "📎", "pause": "⏸", "pen": "✎",
        "pencil": "✎", "phone": "☎", "play": "▶", "plug": "🔌", "plus": "+", "power-off": "⏻", "print": "🖨", "puzzle-piece": "🧩",
        "question": "?",
        "rectangle-list": "☰", "robot": "🤖", "rocket": "🚀", "rocket-launch": "🚀", "scale-balanced": "⚖", "screwdriver-wrench": "🛠",
        "search": "🔍",
        "server": "🖥", "share": "↗", "shield": "🛡", "shield-halved": "🛡", "sliders": "🎚", "sparkles": "✨", "spinner": "◌", "square": "■",
        "square-check": "☑", "star": "★", "stop": "■", "sun": "☀", "table": "▦", "tag": "🏷", "tags": "🏷", "terminal": "›_",
        "thumbs-down": "👎",
        "thumbs-up": "👍", "ticket": "🎫", "trash": "🗑", "trash-can": "🗑", "triangle-exclamation": "⚠", "trophy": "🏆", "truck": "🚚",
        "tv": "📺",
        "unlock": "🔓", "upload": "⇧", "user": "👤", "user-group": "👥", "users": "👥", "video": "🎬", "wallet": "👛", "wand-magic-sparkles": "✨",
        "warning": "⚠", "wrench": "🔧", "xmark": "✕",
    ]
}
