extension Lexicon {
    static let english: [Concept: String] = [
        .fault: """
        error* fail* problem* issue* crash* broken break breaks missing wrong invalid denied stuck slow slowly timeout* timed refused lost hang* blank black
        disconnect* unexpected* incorrect* unable unavailable unreachable corrupt* reject* exception* panic freez* frozen laggy lag noise disappear* drop*
        exceeded unsupported undefined forbidden unauthorized fatal stops conflict* mismatch* unrecognized unresponsive fault* defect* bug bugs dead cannot
        can't won't doesn't don't isn't aren't couldn't didn't hasn't wasn't not stopped garbled flicker* overheat* leak* expired insufficient malformed
        outage* interrupted blocked duplicate* infinite endless grayed greyed empty warning* abort* segfault killed down offline
        """,
        .negation: """
        not no n't never without none cannot can't won't doesn't don't isn't aren't couldn't didn't hasn't wasn't nothing neither nor unable
        """,
        .cause: "cause* caused reason* why because due likely likelihood culprit* root probable possible responsible trigger* origin*",
        .check: """
        check* verif* confirm* ensure* make test* validat* inspect* sure diagnos* determine* look examine* review* double-check
        """,
        .fix: """
        fix* solution* solve* solving resolv* resolution* workaround* remed* repair* recover* mitigat* correct correcting corrective answer cure
        """,
        .symptom: "symptom* description message* issue problem error scenario situation sign signs behaviour behavior observed appears",
        .escalation: "still persist* none remains continue* further nothing otherwise unresolved again",
        .contact: """
        contact* support reach touch ticket* forum* discord helpdesk ask report email mail community team slack vendor manufacturer dealer administrator github issue tracker telegram chat assistance hotline
        """,
        .faq: "faq* faqs frequently questions question q&a q asked",
        .howTo: """
        how guide tutorial install* setup configur* creat* enabl* getting started using use walkthrough quickstart deploy* add adding manag* set-up integrat* connect connecting
        """,
        .troubleshooting: "troubleshoot* debug* diagnos* common known problems issues errors faults pitfalls gotchas difficulties",
        .release: """
        release* changelog version* changes new deprecat* upgrad* update updates updated notes history breaking migrat* hotfix* v1 v2 v3 v4 added removed changed improved fixed
        """,
        .reference: """
        limitation* overview introduction about reference glossary parameter* concept* architecture prerequisite* requirement* example* background related
        table contents further terms list properties api options
        """,
        .platform: """
        windows macos mac osx linux android ios iphone ipad ipados ubuntu debian fedora centos rhel docker chrome firefox safari edge kubernetes wsl raspberry arch nixos
        homebrew npm pip browser desktop mobile powershell tvos roku xbox playstation web vscode intellij
        """,
        .alternative: "option* method* way ways alternative* alternatively either approach* or variant* choice*",
        .condition: "if when in case unless where while whenever once after",
        .instruction: """
        open click select go restart install run remove add change enable disable update download try use set reinstall uninstall delete enter press navigate
        log sign turn switch close reboot copy paste edit create configure replace follow move clear reset ensure check verify connect disconnect unplug plug
        upgrade downgrade wait choose allow right-click scroll type save find locate execute start stop rename increase decrease reduce refresh call do make
        launch tap visit adjust consider apply specify contact see hold swipe drag insert restore reconnect reload rebuild rerun sync import export grant
        assign confirm test look read review send submit put take get keep leave let give ask charge clean uncheck untick deselect toggle specify declare
        build compile deploy stop kill extract unzip mount format reformat flash pair unpair forget rejoin purge flush expand collapse double-click avoid
        redeploy retry repeat repair reinsert release rotate tighten loosen lower raise shorten split mark inspect examine measure monitor authenticate
        authorize register unregister subscribe whitelist exclude include define pass provide return append prefix please simply just never always
        """,
        .sequence: "first next then step steps finally after follow* following now begin last second third",
        .result: "will should now you'll shows appears displayed returns output means indicates expect displays result",
        .signpost: "see refer learn more information details documentation docs article read guide visit page section",
        .note: "note tip warning important caution info hint remember notice",
        .question: """
        what why how when where which who can does do is are will should could may
        """,
        .below: "below underneath",
        .operation: """
        go open select click enter press find locate scroll tap type navigate copy paste then now next once on in to under choose from finally save follow right-click double-click look launch expand log sign back repeat
        """,
        .function: """
        work* start* open opens opening load* show* display* appear* connect* respond* save saves saving print* play* boot* turn
        turns sync* update* upload* download* receiv* send* login log sign launch* run runs running visible find found access*
        detect* recogni* install* deliver* reach* render* import* export* charge* wake respond* scan* build builds compile* read
        write move fit hear see
        """,
        .circumstance: """
        outdated misconfigur* incompatib* permission* privilege* firewall* antivirus proxy vpn cache* cached cookie* certificate*
        driver* dns port ports quota* limit limits memory ram disk space credential* password* token* dependenc* typo* conflict*
        corrupt* dirty loose damage* worn faulty old unsupported insufficient low overload* interference power voltage cable* battery
        network connection internet settings configuration version* firmware plugin* extension* addon* add-on* hardware resources
        bandwidth dust moisture adapter* antenna signal ssl tls policy policies role* environment variable* path timezone clock
        whitespace encoding syntax indentation format rate throttl* deprecated unsupported mismatch* default* disabled
        """,
        .person: "i i'm i've me my we we're our you your you're yourself user users customer* someone anyone",
        .determiner: "the a an your this that these those all any each every its their his another",
        .screen: """
        button* tab tabs menu* page pages dialog* window* field* box boxes checkbox* icon* list panel* link* sidebar toolbar screen*
        section* settings preferences dropdown popup pop-up toggle* console terminal dashboard folder* file files directory app apps
        """,
        .telling: """
        is are was were be has have had allows allow provides provide supports support contains contain used uses describes describe
        explains explain lets offers offer available includes include consists represents refers stores based designed known called
        became becomes
        """,
    ]
}
