extension Lexicon {
    static let german: [Concept: String] = [
        .fault: """
        fehler* problem* absturz* abgestürzt stürzt kaputt defekt* fehlt fehlen* ungültig* verweigert hängt hängen langsam falsch* fehlgeschlagen scheitert
        störung* nicht kein* unerwartet* unbekannt* abgelehnt blockiert* unterbrochen leer schwarz* bricht abgebrochen abgelaufen unmöglich gesperrt
        """,
        .negation: "nicht kein* ohne nie niemals nichts weder",
        .cause: "ursache* grund gründe warum weil wegen verursacht wahrscheinlich* möglich* auslöser",
        .check: "prüf* überprüf* kontrollier* sicherstell* stelle* stellen vergewisser* test* bestätig* schau* sehen untersuch*",
        .fix: "lösung* lösen löse behebung beheb* behoben abhilfe reparier* reparatur workaround* korrigier* umgeh* maßnahme*",
        .symptom: "symptom* beschreibung meldung* fehlermeldung* erscheint nachricht* anzeichen",
        .escalation: "weiterhin immer trotzdem dennoch noch",
        .contact: """
        kontakt* support kundendienst melde* hilfe ticket forum hersteller helpdesk wende* händler administrator* discord community mail
        """,
        .faq: "häufig* fragen frage faq gestellte",
        .howTo: "wie anleitung installier* einricht* konfigurier* erstell* aktivier* verwend* nutz* hinzufüg*",
        .troubleshooting: "fehlerbehebung* fehlersuche problembehandlung problemlösung* bekannte häufige störungsbeseitigung",
        .release: "version* änderung* neuerung* versionshinweise release* aktualisierung* veröffentlich* neu",
        .reference: "übersicht einführung referenz voraussetzung* beispiel* hintergrund überblick grenzen glossar parameter anforderung*",
        .platform: "rechner handy smartphone computer",
        .alternative: "möglichkeit* methode* variante* alternativ* option* oder entweder weg wege",
        .condition: "wenn falls sofern sobald bei im",
        .instruction: """
        öffne* klick* wähle* gehe* gehen starte* installier* deinstallier* führe* entferne* füge* ändere* aktivier* deaktivier* aktualisier* lade* versuch* nutze*
        verwende* setze* lösch* gib geben drück* trenne* prüfe* stelle* schalte* melde* schließe* warte* tippe* kopier* ersetze* verbinde* konfigurier*
        erstelle* halte* ziehe* stecke* speicher* suche* navigier* scrolle* kontrollier* reinige* bitte
        """,
        .sequence: "schritt* zuerst dann danach anschließend zunächst schließlich erstens",
        .result: "werden sollte jetzt wird erscheint angezeigt nun",
        .signpost: "siehe mehr weitere informationen dokumentation artikel lesen näheres",
        .note: "hinweis* achtung wichtig tipp* anmerkung vorsicht",
        .question: "wie warum was wo wann kann können welche* wer wieso ist gibt",
        .below: "unten folgend*",
        .operation: """
        öffn* klick* wähl* geh* navigier* geben gib drück* tippe tippen such* unter im in auf dann danach anschließend scroll* kopier* füg*
        """,
        .function: """
        funktionier* startet starten öffnet lädt laden zeigt angezeigt anzeige* erscheint verbindet verbindung reagiert speichert
        druckt spielt synchronisier* hochladen empfang* sendet senden anmelden einloggen läuft sichtbar gefunden findet erkannt
        erkennt installieren erreichbar geht leuchtet
        """,
        .circumstance: """
        veraltet* konfiguration* inkompatib* berechtigung* rechte firewall virenscanner antivirus proxy vpn cache cookies zertifikat*
        treiber* dns port ports kontingent speicher* festplatte* passwort kennwort zugangsdaten token abhängigkeit* tippfehler
        konflikt* beschädigt* verschmutzt* lose locker verschlissen alt alte niedrig überlast* strom spannung kabel* akku batterie*
        netzwerk* verbindung* internet* einstellung* version* firmware plugin* erweiterung* hardware signal rolle* pfad uhrzeit
        format* deaktiviert ausgeschaltet
        """,
        .person: "ich mein* mir mich wir unser* sie ihr* du dein* dir dich benutzer* nutzer* man",
        .determiner: "der die das den dem des ein eine einen einem einer diese* dieser jede* alle ihr* dein*",
        .screen: """
        schaltfläche* knopf taste* reiter menü* seite* dialog* fenster feld* kästchen symbol* liste* leiste bildschirm* bereich*
        einstellungen ordner datei* konsole terminal app apps
        """,
        .telling: """
        ist sind war waren hat haben ermöglicht bietet unterstützt enthält verwendet beschreibt erklärt verfügbar umfasst besteht
        dient heißt
        """,
    ]
}
