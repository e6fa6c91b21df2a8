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
    ]
}
