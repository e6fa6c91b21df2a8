extension Lexicon {
    static let dutch: [Concept: String] = [
        .fault: """
        fout* storing* probleem problemen mislukt* crasht vastgelopen loopt kapot ontbreekt ontbrekend* ongeldig* geweigerd traag langzaam verkeerd* niet geen onverwacht*
        geblokkeerd verloren leeg onbereikbaar defect* werkt hapert verlopen
        """,
        .negation: "niet geen zonder nooit niets noch",
        .cause: "oorza* reden* waarom omdat doordat vanwege veroorzaakt waarschijnlijk* mogelijke",
        .check: "controle* verifi* bevestig* test* zorg bekijk* onderzoek* nagaan",
        .fix: "oplossing* oplossen los verhelp* herstel* repareer* reparatie omzeil*",
        .symptom: "symptoom symptomen beschrijving melding* foutmelding* bericht* verschijnt",
        .escalation: "nog steeds blijft",
        .contact: """
        contact ondersteuning hulp forum helpdesk fabrikant klantenservice neem meld* discord
        """,
        .faq: "veelgestelde vragen vraag faq",
        .howTo: "hoe handleiding installe* configure* instellen maken gebruik* toevoegen",
        .troubleshooting: "probleemoplossing problemen oplossen bekende veelvoorkomende storingen",
        .release: "versie* wijziging* nieuw release* opmerkingen bijgewerkt",
        .reference: "overzicht inleiding referentie vereisten voorbeeld* achtergrond beperkingen parameters",
        .platform: "computer telefoon browser",
        .alternative: "optie* methode* manier* alternatie* of",
        .condition: "als wanneer indien bij zodra",
        .instruction: """
        open klik kies ga herstart installeer verwijder voer voeg wijzig schakel werk download probeer gebruik stel druk controleer zorg selecteer verbind
        koppel sluit wacht typ kopieer plak vervang maak start stop meld log neem zet haal houd reset trek steek sla
        """,
        .sequence: "stap* eerst daarna vervolgens tenslotte volg*",
        .result: "zou moet nu verschijnt wordt betekent",
        .signpost: "zie meer informatie documentatie artikel lees",
        .note: "opmerking let belangrijk waarschuwing tip",
        .question: "wat hoe waarom waar wanneer wie welke kan is",
        .below: "hieronder onder",
        .operation: """
        open* klik* selecteer* kies ga druk typ voer in op dan daarna zoek scroll*
        """,
        .function: """
        werkt werken start starten opent laadt laden toont getoond verschijn* verbind* verbinding reageert opslaan print afdrukken
        speelt synchroniseer* ontvangt ontvangen verzendt verzenden zichtbaar gevonden vinden herkend herkent installeren inloggen
        bereikbaar gaat brandt draait
        """,
        .circumstance: """
        verouderd* configuratie* incompatib* rechten machtiging* firewall virusscanner antivirus proxy vpn cache cookies certifica*
        stuurprogramma* driver* dns poort* quotum geheugen schijf* ruimte wachtwoord* inloggegevens token* afhankelijkheid* typefout*
        conflict* beschadigd* vuil los versleten oud oude laag overbelast* stroom spanning kabel* accu batterij* netwerk* verbinding*
        internet* instelling* versie* firmware plugin* extensie* hardware signaal rol* pad klok formaat uitgeschakeld*
        """,
        .person: "ik mijn mij me wij we ons onze u uw je jij jouw gebruiker* klant*",
        .determiner: "de het een dit deze die elke alle uw je jouw",
        .screen: """
        knop* tabblad* menu* pagina* dialoog* venster* veld* vakje icoon pictogram* lijst* paneel link* balk scherm* sectie*
        instellingen map mappen bestand* console terminal app apps
        """,
        .telling: "is zijn was waren heeft hebben biedt ondersteunt bevat gebruikt beschrijft beschikbaar omvat bestaat maakt",
    ]
}
