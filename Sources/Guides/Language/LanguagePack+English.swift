extension LanguagePack {
    /// English.
    package static let english = LanguagePack(
        faults: PatternSet(
            """
            error*, fail, fails, failed, failing, failure*, cannot, can't, couldn't, won't, doesn't, don't, isn't, aren't, wasn't, hasn't, haven't, not, unable, missing
            crash*, issue*, problem*, broken, stuck, slow, slowly, denied, refused, rejected, invalid, incorrect*, wrong*, timeout*, timed out, time out, unexpected*, exceed*
            blocked, blocking, unavailable, unsupported, disconnect*, lost, losing, empty, blank, freez*, hang, hangs, hanging, duplicate*, delayed, delay, delays, corrupt*
            flashing, flicker*, intermittent*, low, switched off, turned off, lacks, lacking, lack, without, warning, conflict*, expired, undelivered, offline, unreachable, deleted, insufficient
            too .. large/slow/many/long/small/big/old/frequently/much/high/low, no .. left/available/found, no internet/output/sound/audio/video/signal/data/response/connection/network/power/image/display/access/longer/results/such
            nothing happens, is/are down, exception*, unknown, unsafe, leak*, overheat*, mismatch*, outdated, malfunction*, undefined, 401, 403, 404, 500, 502, 503, 504, unauthori*, forbidden
            misconfigured, overload*, trouble, bad, unresponsive, unstable, stops, stopped, keeps, rejects, refuses, loses, drops, dropping, dropped, garbled, distort*, noise, noisy, damaged, stale, out of
            never, inaccurate, unstable, degraded, poor, interrupted, abort*, skipped, faulty, zero, none, conflicting, unrecogni*, undetected, unreadable, disappear*, vanish*
            """),
        faultNouns: ["error", "warning", "exception", "issue", "problem", "failure"],
        complaints: PatternSet(
            """
            cannot, can't, couldn't, won't, doesn't, don't, isn't, aren't, fails, fail, failed, failing, unable, crash*, error*, broken, stuck, nothing happens, not working/loading/appearing/showing/responding/starting/connecting/displaying/displayed/visible/receiving/updating/able/found/recognized/opening/syncing/sending/saving, ^my, ^i, freez*, missing
            """),
        ambiguousFaults: PatternSet(
            """
            slow, denied, refused, rejected, invalid, incorrect*, wrong*, unexpected*, exceed*, blocked, blocking, unavailable, unsupported, disconnect*, lost, losing, empty, blank, duplicate*, delayed, delay, delays, flicker*
            low, without, warning, conflict*, expired, undelivered, offline, deleted, insufficient, unknown, unsafe, leak*, overheat*, mismatch*, outdated, undefined, 401, 403, 404, 500, 502, 503, 504, unauthori*, forbidden, bad, poor
            overload*, unresponsive, unstable, stale, never, zero, none, missing, error, errors, exception*, noise, timeout*, problem*, issue*, rejects, refuses, stops, stopped, keeps, drops, dropping, skipped, abort*, intermittent*, hang, not
            """),
        faultTopics: PatternSet(
            """
            error/errors/exception/exceptions/failure/failures/warning/warnings/crash/crashes/issue/issues/problem handling/codes/code/reporting/reports/tracking/tracker/trackers/reference/management/monitoring/logging/logs/log/budget/budgets/correction/objects/object/types/type/responses/response/format/schema/pages/page/boundary/boundaries/class/classes/rate/rates/detection/templates/template/lists/list/messages/dashboard/analytics/groups/group/alerts/notifications/data/triage/statement/model/events/catalog/catalogue/conditions/policy/policies/recovery/injection
            ^handling, ^error$, ^errors$, ^exceptions$, ^warnings$, ^issues$, ^warning$, ^reporting, ^report, ^about, ^understanding, ^what is, ^what are, ^managing, ^viewing, ^working with, ^introduction, ^overview, release notes, changelog, error message/messages style/guide/guidelines/format/reference/list, style guide, ^does ?not, ^why we, ^blocked, ^deleted, ^duplicate*, ^offline, ^missing values/data, ^low level/code/latency, ^slow, ^empty, ^zero, ^without, without, ^conflict*, ^delay*, ^unknown, ^never, ^not, ^do not, ^don't, low-code, not only, null, ^limitation*
            """),
        troubleshooting: PatternSet(
            """
            ^?general/common/basic/advanced troubleshooting, troubleshooting$, ^troubleshoot, ^common/known/frequent/typical/possible/potential .. issues/errors/problems/failures
            ^issues/problems/errors and/& .. solutions/fixes/resolutions/workarounds, ^problems/issues/errors$, ^known problems, troubleshooting guide/tips/steps/section/and/for/common/faq
            ^when things go wrong, ^if something goes wrong, ^something went wrong, ^errors and warnings, ^troubleshooting, ^diagnosing, ^debugging .. issues/problems/errors
            """),
        procedures: PatternSet(
            "^how to, ^how do i, ^how can i, ^where to find, ^where do i find, ^steps to, ^steps ?for, ^instructions, ^guide to, ^step-by-step, ^step by step, ^prerequisites, ^before you begin/start, ^configuration steps$, ^installation$, ^setup$, ^set up, ^setting up, ^setup instructions, ^installing, ^configuring, ^creating, ^adding, ^enabling, ^updating, ^upgrading, ^deploying, ^connecting, ^using, ^building, ^running, ^migrating, ^importing, ^exporting, ^uploading, ^downloading, ^removing, ^deleting, ^uninstalling, ^changing, ^managing, ^getting started"
        ),
        questionPages: PatternSet(
            "faq, faqs, faq's, frequently asked questions, frequently-asked, q&a, questions and answers, common questions, qna"),
        symptoms: PatternSet(
            "^issue$, ^symptom$, ^symptoms$, ^symptoms of, ^problem ?description/statement$, ^description$, ^issue ?description$, ^error ?message/description$, ^problem$, ^what you see, ^observed ?behavior/behaviour, ^the problem/issue/error$, ^error details$, ^overview of the error/issue/problem"
        ),
        causes: PatternSet(
            """
            ^?the/a/possible/probable/most/other/common/root/main/likely/potential/primary/underlying ?likely/common/probable/possible cause/reason ?of/for, ^cause$, ^root cause, cause$, ^why ?is/are/does/do/did/this/it/the/that .. happen/happens/happening/occur/occurs/occurring/appear/appears/see/seeing/getting/get, ^why$, ^reason$
            ^explanation$, ^technical/background explanation/details, ^what causes, ^what is causing
            """),
        causeGroups: PatternSet(
            """
            causes$, reasons$, ^causes, ^reasons, ^?the/other/possible/probable/common/likely/potential/most/some causes/reasons, other possible causes, possible causes and solutions, common/possible/several/few/some/many/following/these/probable/various/potential/multiple/main/two/three/typical reasons/causes
            causes/reasons for .. are, reasons why, due to ?one ?of ?the following, caused by ?one ?of ?the following, because ?of ?one ?of ?the following, things/factors that .. cause, types/kinds of problems/issues/failures/errors, possible/potential/common/typical/likely/following problems/issues/failures/culprits, may/can/could/might be caused by
            """),
        remedies: PatternSet(
            """
            ^?the/possible/recommended/suggested/quick/permanent/temporary/proposed/alternative/potential/best solution, ^solution*, solution$, solutions$, ^?the/quick/possible/recommended/temporary fix, ^fix, ^fixes, ^fixing, ^how to fix, ^how to fix/solve/resolve/unblock/repair/recover/correct/remedy/restore/remove/avoid/address/prevent/get .., ^how do i/you fix/solve/resolve, ^resolution$, ^resolutions$, ^resolution steps, ^resolving, ^solving, ^fixing
            ^workaround*, workaround$, ^remedy, ^remediation, remediation$, ^corrective action*, ^recommended action*, ^suggested action*, ^what to do, ^what you can do, ^what can you/i do, ^what should i/you do, ^to fix, ^to resolve, ^to solve, ^steps to resolve/fix/solve, ^troubleshooting steps, ^recovery ?steps/procedure$, ^action ?required$, ^try
            """),
        remedyGroups: PatternSet(
            "^?possible/other/potential/common/suggested/alternative solutions/fixes/workarounds/resolutions/remedies, ^things to try, ^what to try, ^ways to fix/resolve/solve"
        ),
        checks: PatternSet(
            """
            ^confirm, ^verify, ^check ?if/for/that/whether/the/your, ^check, ^make sure, ^ensure, ^validate, ^inspect, ^double-check, ^double check, ^test ?the/your/that/if/whether/with, ^determine ?if/whether/which/the, ^review, ^examine, ^look at/for, ^identify, ^is ?the/your/it .., ^are ?the/your/you .., ^do you have, ^did you, ^have you, ^diagnosis, ^triage, triage$, ^investigat*, ^does ?the/your/it .., ^verifying, ^checking, ^verification$, ^still facing
            """),
        escalations: PatternSet(
            """
            if ?the/your/you/this/that issue/problem/error/it .. persists/persist/continues/remains/recurs, if ?the/this problem/issue/error .. not .. resolved/solved/fixed, still not working, still not, still need help, still having/facing/seeing/experiencing/stuck/doesn't/won't/can't/broken/failing/no, ^still, need ?more/further/additional help/support/assistance, ^get/getting ?more/further/additional help/support, ^contact/contacting ?our ?technical/customer support/us/the
            contact ?our ?technical/customer support$, ^support$, ^further/additional help/support/assistance$, ^reach out, ^report* ?a/an/the bug/issue/problem, ^open/submit/file/raise/create/log a/an ?support ticket/case/issue/request, ^escalat*, ^ask/asking for help, ^when to contact/escalate, ^send us, send us the, ^if nothing/none .. work*/help*, ^if all else fails, ^if ?you .. still, ^what to send/include/provide, ^information to provide/include/collect/send/gather, ^before ?you contact*, ^collect* ?diagnostic/the/logs/log .. support, ^more help$, ^help$, ^getting help, ^getting support, ^last resort
            """),
        contacts: PatternSet(
            """
            contact ?our/the/your/with ?technical/customer/product/system support, contact us, contact the/your/our .. desk/it/vendor/manufacturer/carrier/dealer/reseller/admin, contact ?the/your/our .. team/support/administrator/vendor/provider, contacting us/support, send .. to ?our/the support, send them/it/this/these/that .. to, ask whoever/your/the .. administrator/team/provider/support, ask whoever, reach out to, get in touch, send us, email us, e-mail us, email/write to support, let us know, open/submit/file/raise/create/log a/an ?new/support/github ticket/case/issue/request/bug/report, share .. with .. support/team, support team, support ticket, customer support, technical support, report ?it/this/the .. to, ask ?for/in ?help .. on/in/at, share .. with us/support, email .. to
            """),
        unresolved: PatternSet(
            """
            ^if none, ^if nothing, ^if ?the/this/that/these/all/any/you/your/it/after .. still, ^if ?the/this/that/these/it/you/your/none/above/issue/problem/error .. doesn't/don't/didn't/isn't/not/persists/persist/fails/fail/continues/continue/remains/unsuccessful/help, ^still, ^in case .. not/persists/still/fails, ^if after, ^otherwise, ^for further/additional/more assistance/help/support, ^should ?the/this issue/problem/error persist/continue, ^when all else fails, ^if all else fails, ^if ?you need/require ?further/more/additional/any assistance/help/support
            """),
        information: PatternSet(
            """
            ^see also, ^related, ^further reading, ^additional resources/information/reading/notes, ^references$, ^reference$, ^summary$, ^conclusion, ^overview, ^introduction, ^about, ^notes$, ^note$, ^important ?note*/information$, ^next steps, ^next$, ^resources$, ^learn more, ^more information, ^example*, ^glossary, ^changelog, ^what is, ^what are, ^how it works, ^how .. works, ^understanding, ^table of contents, ^contents$, ^faq*, ^appendix, ^terminology, ^definitions, ^prevention, ^preventing, ^best practices, ^tips, ^impact$, ^scope$, ^applies to, ^affected versions/products, ^environment$, ^requirements$, ^limitations$, ^sample*, ^default*, ^expected ?result/output/behavior, ^logs$, ^log files, ^useful links, ^links$, ^useful .., ^versions$, ^supported
            """),
        backgrounds: PatternSet("^background"),
        questionTitles: PatternSet("^question$, ^q$, ^question"),
        answerTitles: PatternSet("^answer$, ^a$, ^answer"),
        questions: PatternSet(
            """
            ^what, ^why, ^how do/does/can/is/are/long/many/much/often/will/should/did, ^can i/we/you/my/the/a, ^could i/we/you, ^does, ^do i/we/you/my/the, ^is it/there/my/the/this/that, ^is, ^are, ^which, ^who, ^where do/does/can/is/are/will/should, ^when do/does/can/is/are/will/should, ^should i/we, ^will, ^did, ^may i/we, ^am i, ^has, ^have
            """),
        options: PatternSet(
            "^?the ?first/second/third/fourth option, ^alternative solution/method/approach/way/option/fix/workaround, ^alternatively, ^another way/option/method/approach"
        ),
        optionNames: ["option", "method", "alternative", "approach", "variant", "way", "choice", "scenario", "possibility"],
        enumeratorNames: [
            "step", "solution", "fix", "cause", "reason", "check", "remedy", "workaround", "resolution", "attempt", "issue", "problem",
            "case", "phase", "part", "tip", "try", "action",
        ],
        remedyEnumeratorNames: ["solution", "fix", "workaround", "resolution"],
        stepEnumeratorNames: ["step"],
        platforms: [
            "windows", "macos", "mac", "osx", "linux", "ubuntu", "debian", "fedora", "centos", "rhel", "redhat", "arch", "ios", "ipados",
            "iphone", "ipad", "android", "docker", "kubernetes", "helm", "chrome", "firefox", "safari",
            "edge", "opera", "brave", "github", "gitlab", "bitbucket", "azure", "aws", "gcp", "desktop", "mobile", "web", "browser",
            "cloud", "self-hosted", "on-premise", "on-premises", "onprem", "saas", "npm", "yarn", "pnpm", "pip", "homebrew", "brew", "apt",
            "yum",
            "dnf", "python", "java", "node.js", "nodejs", "php", "ruby", "go", "golang", "rust", "swift", "kotlin", "c#", ".net", "bash",
            "powershell", "cmd", "zsh", "mysql", "postgresql", "postgres", "sqlite", "oracle", "mssql", "nginx", "apache", "caddy", "iis",
            "intel", "amd", "nvidia", "outlook", "gmail", "thunderbird", "godaddy", "cloudflare", "enom", "namecheap", "unity", "unreal",
            "xcode", "vscode", "intellij", "eclipse", "slack", "teams", "discord", "zoom", "wifi", "wi-fi", "ethernet", "bluetooth", "usb",
            "x86", "arm", "arm64", "m1",
            "osx.", "chromeos", "chromebook", "wsl", "wsl2", "vmware", "virtualbox", "hyper-v", "proxmox", "raspberry", "okta", "auth0",
            "google", "microsoft", "apple", "amazon", "salesforce", "jira", "confluence", "sharepoint",
        ],
        genericWords: [
            "troubleshooting", "troubleshoot", "common", "known", "general", "basic", "issues", "issue", "problems", "problem", "errors",
            "error", "guide", "tips", "and", "faq", "solutions", "fixes",
            "the", "messages", "possible", "frequent", "typical", "steps", "section", "with", "your", "for",
        ],
        genericSummaries: PatternSet(
            "^read more, ^show ?more/details/answer, ^details$, ^more ?details/information/info$, ^click ?here/to .., ^expand, ^see ?more/details/example*, ^example*, ^view .., ^learn more, ^screenshot*, ^full .., ^output$, ^logs$, ^code$"
        ),
        labels: PatternSet(
            """
            ^?quick/possible/recommended/the fix, ^?possible/recommended/the solution*, ^resolution*, ^workaround*, ^remedy, ^note*, ^issue, ^problem, ^cause*, ^?possible/root/likely/probable cause*, ^reason*, ^symptom*, ^important*, ^tip*, ^warning*, ^caution*, ^danger, ^info*, ^example*, ^for example, ^recommendation*, ^recommended*, ^answer, ^question, ^a$, ^q$, ^result*, ^expected*, ^actual*, ^output, ^input, ^description, ^error ?message/code/text, ^message, ^steps$, ^steps to*, ^diagnos*, ^verification, ^investigation, ^action*, ^why$, ^what to do, ^how to fix, ^to fix, ^details, ^context, ^explanation, ^impact, ^prerequisite*, ^hint*, ^remember, ^please note, ^nb, ^pro tip, ^attention, ^disclaimer, ^update, ^edit, ^see also, ^default, ^syntax, ^usage, ^parameters, ^returns, ^response, ^request, ^status, ^location, ^path, ^value*, ^type, ^correct, ^incorrect, ^right, ^wrong, ^good, ^bad, ^before, ^after, ^do, ^don't, ^old, ^new
            """),
        actionLabels: PatternSet(
            "^?quick/possible/recommended/the fix*, ^?possible/recommended/the/suggested solution*, ^resolution*, ^workaround*, ^remedy, ^?recommended/corrective/suggested action*, ^what to do, ^how to fix, ^to fix, ^to resolve, ^try, ^steps*, ^recommendation*"
        ),
        noteLabels: PatternSet(
            "^note*, ^important*, ^tip*, ^warning*, ^caution*, ^danger, ^info*, ^example*, ^for example, ^hint*, ^remember, ^please note, ^pro tip, ^attention, ^disclaimer, ^result*, ^expected*, ^actual*, ^output, ^issue, ^problem, ^cause*, ^possible cause*, ^root cause*, ^reason*, ^symptom*, ^description, ^why, ^explanation, ^impact, ^context, ^question, ^error*, ^message"
        ),
        verbs: englishVerbs,
        checkVerbs: [
            "confirm", "verify", "check", "make", "ensure", "validate", "inspect", "test", "determine", "review", "look", "see", "examine",
            "double-check", "compare", "identify", "find", "locate", "note", "observe", "consult", "navigate", "go", "scroll", "open",
        ],
        reportVerbs: [
            "send", "share", "provide", "attach", "include", "contact", "zip", "email", "let", "describe", "submit", "report", "collect",
            "copy", "capture", "ask",
        ],
        ambiguousVerbs: [
            "access", "answer", "attempt", "clear", "complete", "correct", "duplicate", "empty", "free", "separate", "backup", "block",
            "book", "boot", "build", "bypass", "call", "capture", "change", "charge", "check", "clean", "copy", "delay", "display",
            "download", "drag", "drain", "drop", "email", "end", "exit", "export", "extract", "fault", "file", "fill", "filter", "fix",
            "flash", "focus", "force", "format", "grant", "help", "hit", "hold", "import", "insert", "install",
            "issue", "key", "level", "limit", "link", "list", "load", "lock", "log", "login", "logout", "map", "mark", "match", "measure",
            "monitor", "mount", "move", "name", "note", "notice", "object", "open", "order", "output", "override", "pair", "park", "pass",
            "patch", "pause", "pick", "pin", "ping", "place", "plug", "point", "power", "press", "print", "process", "program", "project",
            "pull", "purchase", "push", "query", "quote",
            "rate", "reboot", "record", "release", "report", "request", "research", "reset", "restart", "result", "return", "review",
            "roll", "run", "save", "scale", "scan", "schedule", "screenshot", "scroll", "search", "secure", "set", "setup", "share", "sign",
            "skip", "sort", "split", "start", "stop", "store", "strip", "supply", "support", "swap", "switch", "sync", "tap", "test",
            "tick", "top", "toggle", "track", "transfer", "trigger", "trust", "try", "tune", "turn", "type", "update", "upgrade", "upload",
            "use", "view", "visit", "wait", "watch", "wrap", "zip", "zoom",
        ],
        objectWords: [
            "the", "a", "an", "your", "this", "that", "my", "also", "both", "these", "those", "it", "its", "their", "them", "any", "all",
            "each", "every", "both", "another", "other", "some", "no", "one", "two", "on", "in", "into", "to", "from", "for", "with", "at",
            "off", "out", "up", "down", "over", "again", "and", "or", "if", "whether", "as", "by", "until", "back", "under", "through",
            "via", "more", "only", "new", "different", "our", "us", "not", "which", "what", "how", "once", "(", ",",
        ],
        nounFollowers: [
            "is", "are", "was", "were", "of", "has", "have", "had", "can", "will", "may", "must", "should", "does", "doesn't", "isn't",
            "cannot", "can't", "won't", "results", "errors", "between", "might", "would", "could",
        ],
        verbPrefixes: ["double", "force"],
        finiteVerbs: [
            "is", "are", "was", "were", "has", "have", "had", "does", "do", "did", "fails", "works", "returns", "shows", "succeeds",
            "appears", "keeps", "rejects", "stops", "freezes", "crashes", "hangs", "takes", "says", "displays", "disappears", "loads",
            "runs", "remains", "stays", "gets", "becomes", "causes", "throws", "reports", "starts",
            "disconnects", "drops", "looks", "look", "seems", "behaves", "goes", "comes", "loses", "refuses", "contains", "produces",
            "generates", "can", "can't", "cannot", "won't", "will", "doesn't", "don't", "isn't", "aren't", "didn't", "belong", "belongs",
            "differ", "differs", "lacks", "needs", "fires", "fire", "repeats", "ignores", "exits", "opens", "closes", "shuts",
        ],
        openers: PatternSet(
            """
            ^please, ^then, ^now, ^next, ^first, ^firstly, ^second, ^secondly, ^third, ^finally, ^lastly, ^also, ^additionally, ^alternatively, ^instead, ^otherwise, ^simply, ^just, ^again, ^once again, ^afterwards, ^after that, ^optionally, ^and, ^or, ^but, ^so, ^therefore, ^in this case, ^in that case, ^if so, ^if not, ^if yes, ^if no, ^if necessary, ^if needed, ^if possible, ^if applicable, ^for example, ^to do so, ^to do this, ^to do that, ^always, ^never, ^kindly, ^manually, ^temporarily, ^carefully, ^quickly, ^methodically, ^immediately, ^try to, ^don't forget to, ^do not forget to, ^remember to, ^be sure to, ^feel free to, ^you can also, ^as a workaround, ^as a first step, ^as a last resort, ^at this point, ^from there, ^from here, ^here, ^safely, ^fully, ^completely, ^periodically, ^regularly, ^permanently, ^directly, ^only, ^especially, ^ideally, ^in addition, ^further, ^furthermore, ^moreover, ^a/b/c/d/1/2/3/4/5/6/7/8/9/10/11/12
            """),
        subordinators: [
            "if", "when", "to", "in", "for", "on", "once", "before", "after", "inside", "from", "under", "by", "with", "at", "within",
            "unless", "while", "as", "using", "since", "because", "whenever", "where", "until", "depending", "during", "within", "should",
            "without", "like", "given", "assuming", "though", "although", "either", "via", "upon", "following",
        ],
        conditionWords: ["if", "when"],
        advice: PatternSet(
            """
            you/you'll/you'd ?will/may/might/would/also/then ?also/first need/have to, you ?may/might/can want/try/wish to, you ?can/could/may/might try, ?we ?strongly/highly ?strongly/highly recommend/suggest/advise you ?to, is/are ?also recommended/suggested/advised/advisable/necessary to, ?best way/workaround/solution/fix/trick/option/approach/remedy/step .. is to, workaround is to, solution is to, is to, it is necessary to, don't forget to, remember to, be sure to, should be sure to, make sure to, can/may/might/could ?usually/often/also be solved/fixed/resolved/avoided/prevented/addressed ?simply by, consider
            """),
        helpPhrases: PatternSet(
            "may/might/can/could/should/will/usually/often ?also ?often solve/fix/resolve/help, solves/fixes/resolves ?the/this issue/problem/error"
        ),
        offers: PatternSet("^you can/may/could"),
        prohibitions: PatternSet("^do not, ^don't, ^never"),
        subjectPronouns: ["you", "we", "i", "they"],
        commalessInstructions: PatternSet("ensure, verify, please, make sure, be sure"),
        firstPersonWords: ["my", "i"],
        signposts: PatternSet(
            """
            for ?more/further/additional/detailed/complete ?detailed information/details/info/instructions, more/further/additional information/details ?can/is/are/on/about/regarding/in, ^?please ?also see/refer/read/visit/check/consult/follow/take .. for ?more/further/additional/detailed/the/a ?detailed information/details/info/instructions/guidance, ^see .. below/above$, continue ?reading below, continue below, ^continue to, ^proceed to/with/below, ^skip to/this, ^go on ?with/to, ^move on, ^try the next, ^note ?that, ^please note, ^keep in mind, ^be careful, ^be aware, ^beware, ^remember that, ^let's, ^assume, ^imagine, ^suppose, ^follow ?the/these/this/our/steps .. below/steps/instructions/guide/recommendations/actions, ^take a look at .. for, ^read on, ^see also, ^consider the following, ^say, ^learn, ^thank*, ^do the following, ^try the following, ^here, ^let us know .. feedback, ^refer to, ^sign up, ^enjoy, ^do not worry, ^don't worry, ^feel free, ^if you want to, ^if you wish to, ^if you would like to, ^if you prefer, ^stay tuned, ^if it/this/that works/helps/worked
            """),
        pointersBelow: PatternSet(
            "see/continue/go/read/proceed .. below$, follow .. below$, ^see below, continue ?reading below, next section"),
        valueListIntros: PatternSet(
            "one of ?the/these/those/following, any of ?the/these/those/following, either of, one or more of, supports, like this$, examples$, are supported, such as$"
        ),
        actionListIntros: PatternSet(
            """
            steps, actions, action, checks, things, recommendations, recommendation, suggestions, tips, instructions, do ?the/this following, following$, try, tried, check, confirm, verify, ensure, please, you can, you should, you need to, you must, need to, fix, resolve, solve, solution*, solve, as follows, recommend, to do this, proceed, troubleshoot*, options, either, ways
            """),
        choiceIntros: PatternSet(
            "two/three/four/several/multiple/different/following/few/many/one/any/either ?of ?the ?following options/ways/methods/alternatives/approaches/solutions/possibilities, options, choose one, one of the following, either, examples of, ways to, below are examples, depending on"
        ),
        ranking: PatternSet(
            "in order of likelihood, order of likelihood, in ?this/the ?following/given/listed order, in order, one by one, most likely ?cause/reason, from most ?likely/common, starting with the most, first try, most common ?cause/reason"
        ),
        oneAtATimePhrases: PatternSet(
            "one at a time, one by one, if none/that/this/it .. doesn't/didn't/help*/work*, if none/that/this/it .. does not, if the above .. doesn't/fail/fails/not, try the following, try each, try these, try one, following actions, if this doesn't"
        ),
        likelihood: PatternSet(
            "% of ?the/all time/cases/occurrences/instances, % likely, % probability, % chance, percent of ?the/all time/cases"),
        symptomColumns: PatternSet(
            "^symptom*, ^problem*, ^issue*, ^error*, ^what you see, ^message, ^if you see, ^observation, ^fault, ^indication, ^scenario"),
        causeColumns: PatternSet("cause*, reason*, why, meaning, explanation"),
        remedyColumns: PatternSet(
            "solution*, fix*, resolution*, remedy, remedies, action*, what to do, workaround*, how to, recommended*, troubleshooting, correction, try"
        )
    )

    private static let englishVerbs = WordSet(
        """
        accept access acquire activate adapt add adjust align allow analyze analyse append apply approve ask assign associate attach attempt authenticate authorize avoid back backup bind block boot browse build bump bypass calibrate call cancel capture change charge check choose clean clear click clone close collapse collect commit
        compare compile compress compute configure confirm connect consider construct consult contact continue convert copy correct create customize cut deactivate debug declare decode decrease decrypt define delete deploy deregister deselect detach detect determine diagnose dial disable disconnect discard dismiss dispose do double-check double-click
        double-tap download downgrade drag drain drop duplicate edit eject elevate eliminate email e-mail empty enable encode encrypt end ensure enter erase establish evaluate examine exclude execute exit expand experiment explore export expose extend extract fetch file fill filter find fine-tune finish fix flash flip flush focus force format forward free gather generate get give go grab grant
        guarantee hit hold hover identify ignore implement import improve include increase initialize initiate inject insert inspect install integrate invert invite invoke isolate join keep kill launch leave let lift limit link list listen load locate lock log log-in login logout look loosen lower maintain make manage map mark match measure merge migrate minimize modify monitor mount move
        mute name navigate note notify obtain observe open optimize order output override overwrite park pass paste patch pause perform pick pin ping place plug point populate power power-cycle prepare press preserve prevent print process program protect provide provision publish pull purchase purge push put query quit raise rate re-add re-authenticate re-create re-deploy re-enable re-enter
        re-import re-index re-insert re-install re-open re-run re-save re-start re-sync re-upload reach read reactivate reauthenticate reauthorize rebase reboot rebuild recalibrate recharge reclaim recompile reconfigure reconnect record recover recreate recycle redeploy redirect redo reduce reenter refer refine reformat refresh regenerate register reimport reindex reinstall reissue relaunch release reload relocate remap remove rename renew reopen reorder repair repeat replace
        replug report reproduce request require rerun reset resend resize resolve respond restart restore restrict resubmit resume resync retest retrieve retry return reupload revert review revise revoke rewrite right-click roll rollback rotate run save scale scan schedule screenshot scroll search secure see select send separate set setup share shorten shut sign sign-in signin simplify
        skip sort specify split stop start store strip submit substitute subscribe supply switch sync synchronize tap terminate test tick tighten toggle track transfer trigger trim trust try tune turn type unblock uncheck uncomment undo uninstall unlink unlock unmount unmute unpack unplug unregister unselect unset unsubscribe untick unzip update upgrade upload use utilize validate vacuum verify view
        visit wait watch whitelist allowlist widen wipe wrap write zip zoom cherry-pick ctrl-click force-quit hard-reset left-click long-press re-check recheck re-connect re-download redownload re-generate re-login re-register re-test re-try reassign reattach send rephrase reposition revalidate reverify self-test soft-reset swap top troubleshoot re-flash reflash re-pair pair unpair forget re-link relink repoint
        """.utf8.split { $0 == 0x20 || $0 == 0x0A }.map { String(Substring($0)) })
}
