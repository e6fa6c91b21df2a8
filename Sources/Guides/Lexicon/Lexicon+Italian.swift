extension Lexicon {
    static let italian: [Concept: String] = [
        .fault: """
        errore errori guast* bloccat* blocca mancante* manca impossibile non lento lenta problema problemi fallit* fallisce rifiutat* negat* perso persa inatteso
        imprevist* scadut* rotto rotta difett* vuoto disconness* corrott* anomal* interrott* errat*
        """,
        .negation: "non senza mai nessun* né niente nulla",
        .cause: "causa cause causato motivo motivi perché ragione ragioni dovut* origine probabil*",
        .check: "verific* controll* assicur* conferm* accert* esamin* ispezion* prova",
        .fix: "soluzion* risol* corregg* correzione ripar* rimedi*",
        .symptom: "sintom* descrizione messaggi* appare segnal* mostra",
        .escalation: "ancora persiste persistono",
        .contact: """
        contatt* assistenza segnala* comunità aiuto supporto forum produttore discord
        """,
        .faq: "domande frequenti domanda faq",
        .howTo: "come guida install* configur* creare attiv* usare tutorial aggiungere",
        .troubleshooting: "risoluzione problemi noti comuni diagnosi",
        .release: "versione versioni note novità modifiche cambiamenti rilascio",
        .reference: "panoramica introduzione riferimento requisiti esempi* limitazioni glossario parametr*",
        .platform: "computer telefono browser cellulare",
        .alternative: "opzion* metod* alternativ* modo modi oppure o",
        .condition: "se quando caso dopo",
        .instruction: """
        apri aprire fai clicca cliccare seleziona* vai riavvia* installa* disinstalla* esegui* rimuovi* aggiungi* cambia* attiva* disattiva* aggiorna* scarica* prova* usa*
        inserisci* premi* verifica* controlla* assicurati collega* scollega* copia incolla chiudi attendi ripristina* configura* crea scegli tieni cancella
        elimina* cerca salva accedi tocca contatta* sostituisci*
        """,
        .sequence: "passaggio passo prima poi quindi infine successiv* segui*",
        .result: "dovrebbe ora deve appare significa verrà sarà",
        .signpost: "vedi consulta ulteriori informazioni documentazione articolo leggi",
        .note: "nota importante avviso attenzione suggerimento",
        .question: "cosa come perché dove quando chi quale posso è",
        .below: "sotto seguito",
        .operation: """
        apr* clicc* fai selezion* scegli* vai andare acced* premi premere inser* digit* in nel nella poi trova
        """,
        .function: """
        funziona* avvia* apre carica* mostra visualizza* appare compare connette connettersi connessione risponde salva stampa
        stampare riproduce sincronizza* riceve ricevere invia inviare visibile trova trovato rileva* riconosce installa accedere
        accesso accende parte
        """,
        .circumstance: """
        obsolet* configurazion* incompatib* permess* autorizzazion* firewall antivirus proxy vpn cache cookie certificat* driver dns
        porta porte quota memoria disco spazio credenzial* password token dipendenz* conflitt* corrott* danneggiat* sporc* allentat*
        usurat* vecchi* bass* sovraccaric* alimentazione tensione cavo cavi batteri* pile rete connessione internet impostazioni
        version* firmware plugin estension* hardware segnale ruol* percorso orologio format* disattivat* disabilitat*
        """,
        .person: "io mio mia miei mie mi noi nostr* tu tuo tua tuoi voi vostr* utent* client* lei suo",
        .determiner: "il lo la i gli le l' un uno una questo questa questi queste tuo tua tutti tutte ogni",
        .screen: """
        pulsant* schede scheda menu pagin* finestr* dialogo campo campi casell* icon* elenco lista pannell* link barra scherm*
        sezion* impostazioni cartell* file console terminale app applicazion*
        """,
        .telling: """
        è sono era ha hanno permette consente fornisce offre supporta contiene usa utilizza utilizzato descrive spiega disponibil*
        include comprende tratta
        """,
    ]
}
