/// Groups of words that stand for one another: everyday words that readers use, and the words of manuals. Only queries in natural language
/// are expanded with them.
enum Synonyms {
    /// The words of all groups and their stems, as an index may have them.
    static let terms: Set<String> = Set(groups.flatMap { $0.split(separator: " ").map(String.init) }.flatMap { [$0, Stemmer.stem($0)] })

    /// The length of the longest of `terms`, in bytes.
    static let maxTermLength = terms.lazy.map(\.utf8.count).max() ?? 0

    /// The first two bytes of a term, one after the other in a number.
    private static func beginning(of term: some Collection<UInt8>) -> UInt16 { term.prefix(2).reduce(0) { $0 << 8 | UInt16($1) } }

    /// By the number that their first two bytes make, whether any of `terms` begins so.
    private static let isBeginning: [Bool] = {
        var table = [Bool](repeating: false, count: 1 << 16)
        for term in terms { table[Int(beginning(of: term.utf8))] = true }
        return table
    }()

    /// Whether any of `terms` begins with the same two bytes, which is told sooner than whether a term is one of them.
    static func mayBegin(with term: ArraySlice<UInt8>) -> Bool { isBeginning[Int(beginning(of: term))] }

    /// The groups for `index.json`: words that the index has, `|`, and the group's other words, separated by spaces. Groups without a word
    /// in the index are left out.
    /// - Parameter indexedTerms: the members of `terms` that the index has.
    static func lines(indexedTerms: Set<String>) -> [String] {
        groups.compactMap { group in
            let words = group.split(separator: " ").map(String.init)
            let isIndexed = { (word: String) in indexedTerms.contains(word) || indexedTerms.contains(Stemmer.stem(word)) }
            let indexed = words.filter(isIndexed)
            return indexed.isEmpty ? nil : (indexed + ["|"] + words.filter { !isIndexed($0) }).joined(separator: " ")
        }
    }

    /// Decodes `lines`: by the stem of each word of a group, the words of the index that may stand for it.
    static func table(_ lines: [String]) -> [String: [String]] {
        var table: [String: [String]] = [:]
        for line in lines {
            let words = line.split(separator: " ").map(String.init)
            let indexed = words.prefix { $0 != "|" }
            for word in words where word != "|" { table[Stemmer.stem(word), default: []] += indexed.filter { $0 != word } }
        }
        return table
    }

    /// Each string is a group of words, not stemmed.
    static let groups: [String] = [
        // Actions
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
        "try test experiment evaluate trial", "pause hold suspend wait", "resume continue proceed", "detect recognize see discover notice",
        "plug connect insert", "record capture", "increase raise grow", "decrease reduce lower shrink", "keep retain preserve maintain",
        "refresh update reload sync synchronize", "stuck hang frozen freeze unresponsive", "crash abort quit",
        "begin start initialize", "skip ignore omit bypass", "count measure calculate compute", "speak talk chat conversation",
        "explain describe document", "learn understand tutorial guide", "help support assistance", "combine integrate connect",
        "shorten abbreviate trim", "extend expand enlarge", "hand assign delegate", "own have possess", "prevent avoid stop",
        "rank prioritize order", "undo reset revert", "expire lapse outdated stale", "swap exchange switch change",
        // Things
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
        "fake mock dummy sample example stub simulated", "sandbox development staging test", "speaker audio sound headphone playback",
        "microphone mic input", "laptop computer pc desktop machine", "badge shield label icon", "amount sum total value",
        "payout disbursement payment transfer", "entry record row item", "human manual person", "startup boot start launch",
        "domain hostname dns", "shortcut hotkey keyboard", "bug defect", "bot chatbot assistant", "timetable schedule calendar",
        "employee staff worker", "shop store ecommerce", "district region area zone", "warning alert caution", "rule policy condition",
        "diagram chart graph figure", "outage downtime failure", "traffic load request", "certificate tls ssl https", "mistake error typo",
        "speed performance slow fast latency", "memory ram", "deadline timeout expiry",
        // Properties
        "automatic automatically auto", "own custom", "bulk batch mass multiple", "offline disconnected",
        "online live published publish deploy", "old legacy former previous", "new recent latest", "empty blank missing",
        "wrong incorrect invalid bad", "broken failing corrupt", "finished completed done",
        "public anonymous open", "private hidden secret", "required mandatory", "optional", "next further later",
        "big large huge heavy", "small tiny little", "single once one", "ready available present", "default original factory standard",
        "hard difficult complex", "easy simple", "similar same equal identical", "raw original unprocessed", "safe secure",
        "first initial beginning introduction",
    ]
}
