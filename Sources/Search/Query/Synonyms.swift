/// Words of which readers use one where writers use another: everyday words beside those of manuals. Only questions are widened by them.
enum Synonyms {
    /// The terms as which an index has any of the words.
    static let terms: Set<String> = Set(groups.flatMap { $0.split(separator: " ").map(String.init) }.flatMap { [$0, Stemmer.stem($0)] })

    /// In bytes, of any of them.
    static let longest = terms.lazy.map(\.utf8.count).max() ?? 0

    /// The groups of which a site has some words: those that it has, and behind `|` those that its readers may use.
    /// - Parameter known: those of `terms` that the site has.
    static func lines(known: Set<String>) -> [String] {
        groups.compactMap { group in
            let words = group.split(separator: " ").map(String.init)
            let isKnown = { (word: String) in known.contains(word) || known.contains(Stemmer.stem(word)) }
            let own = words.filter(isKnown)
            return own.isEmpty ? nil : (own + ["|"] + words.filter { !isKnown($0) }).joined(separator: " ")
        }
    }

    /// For the stem of each word the words of a site that may stand for it.
    static func table(_ lines: [String]) -> [String: [String]] {
        var table: [String: [String]] = [:]
        for line in lines {
            let words = line.split(separator: " ").map(String.init)
            let own = words.prefix { $0 != "|" }
            for word in words where word != "|" { table[Stemmer.stem(word), default: []] += own.filter { $0 != word } }
        }
        return table
    }

    /// In each line, words that may stand for one another, as they are before they are cut to their stems.
    static let groups: [String] = [
        // What is done
        "delete remove erase wipe clear purge discard drop trash", "create make add build generate",
        "change modify edit update alter adjust customize", "find search locate lookup",
        "show display view render see", "hide conceal suppress", "start launch run begin execute trigger",
        "stop end halt terminate cancel abort", "kick remove ban expel",
        "install setup deploy", "uninstall remove", "login signin authenticate", "logout signout", "register signup enroll",
        "send deliver push dispatch transmit", "receive get obtain fetch retrieve",
        "connect link integrate attach", "disconnect detach unlink", "enable activate allow permit",
        "disable deactivate block forbid prevent deny", "copy duplicate clone", "move relocate transfer migrate",
        "forward transfer handover relay route", "undo revert rollback", "lock freeze protect prevent", "mute silence unmute",
        "rename relabel", "upgrade update migrate", "backup dump export archive", "restore recover import", "save store persist keep",
        "open access", "close archive", "share publish distribute",
        "upload attach import", "download export", "print output", "join merge combine", "split separate divide isolate",
        "sort order arrange", "filter narrow", "replace substitute swap", "reset restart reboot",
        "check verify validate test confirm", "fix solve repair resolve troubleshoot", "schedule plan timer cron recurring",
        "monitor watch track observe", "translate localize", "resize scale", "limit restrict quota cap",
        "write author compose", "read view", "choose select pick", "invite add", "approve accept", "reject decline refuse",
        "pay payment disburse", "buy purchase order", "call invoke request",
        // What it is done to
        "individual person people", "user member person people account colleague teammate", "customer client tenant organization",
        "admin administrator owner moderator", "team group", "room channel chat", "message post chat", "comment note annotation remark",
        "picture image photo screenshot", "video film movie clip", "file document attachment", "folder directory", "page site website",
        "app application program", "password credential secret", "key token secret",
        "permission right role privilege access", "setting configuration preference option", "panel sidebar drawer pane", "button control",
        "field input column", "list table grid", "spreadsheet csv excel xlsx", "form survey", "database db storage",
        "server host machine node instance",
        "cluster distributed multiple several scale", "network internet web", "address url link location", "email mail",
        "phone mobile smartphone", "notification alert reminder", "report statistics analytics dashboard", "log history journal audit",
        "error problem issue fault failure bug", "answer response reply", "question query", "language locale translation",
        "theme appearance style brand look design", "color colour", "font typeface", "placeholder variable tag",
        "template layout blueprint",
        "workflow process flow", "step task action activity", "job task", "event trigger webhook", "plugin extension addon module",
        "library package dependency", "version release", "price cost billing fee", "plan subscription tier",
        "money cash payment", "goods kind item", "identity id identifier", "duplicate double twice", "size space capacity disk",
        "speed performance slow fast latency", "memory ram", "deadline timeout expiry",
        // How it is
        "automatic automatically auto", "own custom", "bulk batch mass multiple", "offline disconnected",
        "online live published publish deploy", "old legacy former previous", "new recent latest", "empty blank missing",
        "wrong incorrect invalid bad", "broken failing corrupt", "finished completed done",
        "public anonymous open", "private hidden secret", "required mandatory", "optional", "next further later",
        "first initial beginning introduction",
    ]
}
