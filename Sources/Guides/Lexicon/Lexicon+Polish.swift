extension Lexicon {
    static let polish: [Concept: String] = [
        .fault: """
        błąd błęd* awari* problem* usterk* nie zawiesza* zawiesz* wolno brak brakuj* nieprawidłow* odmow* odrzucon* utracon* niepowodzeni* nieoczekiwan* uszkodz*
        niedostępn* zablokowan* pust* niemożliw* wygas* przerwan*
        """,
        .negation: "nie bez nigdy żaden żadn* nic ani",
        .cause: "przyczyn* powód powod* dlaczego ponieważ spowodowan* prawdopodobn*",
        .check: "sprawdź sprawdz* zweryfikuj upewnij potwierdź test* przejrzyj",
        .fix: "rozwiąz* napraw* usun* obejści* popraw*",
        .symptom: "objaw* opis* komunikat* wiadomość pojawia",
        .escalation: "nadal wciąż dalej",
        .contact: """
        kontakt* skontaktuj wsparci* zgłoś* pomoc* forum serwis* discord
        """,
        .faq: "często zadawane pytania pytanie faq",
        .howTo: "jak przewodnik instal* zainstal* konfigur* skonfigur* utwórz tworzenie używa*",
        .troubleshooting: "rozwiązywanie problemów znane typowe diagnostyka",
        .release: "wersj* zmian* nowości wydani* aktualizac*",
        .reference: "przegląd wprowadzenie wymagania przykład* ograniczenia słownik parametr* informacje",
        .platform: "komputer* telefon* przeglądark*",
        .alternative: "opcj* metod* sposób sposoby alternatyw* lub albo",
        .condition: "jeśli jeżeli gdy kiedy przypadku po",
        .instruction: """
        otwórz kliknij wybierz przejdź uruchom zainstaluj odinstaluj usuń dodaj zmień włącz wyłącz zaktualizuj pobierz spróbuj użyj ustaw wpisz naciśnij sprawdź
        upewnij podłącz odłącz zamknij poczekaj skopiuj wklej zastąp połącz utwórz skonfiguruj zresetuj wyczyść zaloguj wyloguj zapisz wprowadź skontaktuj
        """,
        .sequence: "krok* najpierw następnie potem wreszcie kolejn*",
        .result: "powinien powinno teraz pojawi będzie oznacza",
        .signpost: "zobacz więcej informacji dokumentacj* artykuł przeczytaj",
        .note: "uwaga ważne ostrzeżenie wskazówka",
        .question: "co jak dlaczego gdzie kiedy kto który czy",
        .below: "poniżej",
        .operation: """
        otwórz kliknij wybierz przejdź naciśnij wpisz wprowadź znajdź w na potem następnie skopiuj wklej
        """,
        .function: """
        działa* uruchamia* otwiera ładuje wyświetla* pojawia* łączy połączeni* odpowiada zapisuje drukuje odtwarza synchroniz*
        odbiera wysyła widoczn* znajduje wykrywa* rozpoznaje instaluje zalogować dostęp* włącza ładować
        """,
        .circumstance: """
        nieaktualn* przestarzał* konfiguracj* niezgodn* niekompatybil* uprawnie* zapor* firewall antywirus* proxy vpn cache pamięć
        pamięci ciasteczk* cookies certyfikat* sterownik* dns port portu porty limit* dysk* miejsca hasł* token* zależnoś* literówk*
        konflikt* uszkodz* zabrudz* luźn* zużyt* star* nisk* przeciąż* zasilani* napięci* kabel* kabl* bateri* akumulator* sieć sieci
        internet* ustawieni* wersj* oprogramowani* wtyczk* rozszerzeni* sprzęt* sygnał* rol* ścieżk* zegar* format* wyłączon*
        """,
        .person: "ja mój moja moje mi mnie my nasz* ty twój twoja twoje użytkowni* klient*",
        .determiner: "ten ta to te tego tej ten każd* wszystkie twój twoja twoje swój",
        .screen: """
        przycisk* kart* menu stron* okno okna dialog* pole pola ikon* list* panel* link* pasek ekran* sekcj* ustawienia folder* plik*
        konsol* terminal aplikacj*
        """,
        .telling: """
        jest są był była ma mają pozwala umożliwia zapewnia oferuje obsługuje zawiera używa opisuje wyjaśnia dostępn* obejmuje służy
        """,
    ]
}
