extension Lexicon {
    static let french: [Concept: String] = [
        .fault: """
        erreur* échou* échec* problème* panne* plante* bloqué* bloque* manquant* impossible invalide* refusé* lent lente lentement perdu* incorrect* inattendu* introuvable
        dysfonctionn* fige* vide cassé* défaillan* défaut* anomalie* indisponible* inaccessible* interrompu* expiré* ne
        """,
        .negation: "pas sans aucun* jamais ne n' ni rien non",
        .cause: "cause* causé* raison* pourquoi parce origine* dû due probable*",
        .check: "vérifi* assurez contrôl* confirm* testez tester examin* regardez inspect*",
        .fix: "résoudre résol* corrig* correction* résolution répar* contourne* solution* remède* dépann*",
        .symptom: "symptôme* description message* apparaît signe* affiche",
        .escalation: "encore toujours persiste* malgré",
        .contact: """
        contact* assistance signal* communauté support ticket forum aide fabricant revendeur discord équipe mail
        """,
        .faq: "foire questions fréquentes question faq",
        .howTo: "comment guide installer configur* créer activer utiliser tutoriel ajouter installation",
        .troubleshooting: "dépannage dépanner résolution connus courants fréquents diagnostic pannes",
        .release: "nouveautés version* notes publication changement* mise",
        .reference: "aperçu introduction référence prérequis exemple* présentation limites glossaire paramètre* contexte",
        .platform: "ordinateur téléphone navigateur",
        .alternative: "méthode* option* alternative* ou façon façons manière* solution",
        .condition: "si lorsque quand cas dès après",
        .instruction: """
        ouvrez ouvrir cliquez cliquer sélectionnez allez redémarr* installez désinstall* exécutez supprim* ajoutez modifiez activez désactivez télécharg*
        essayez utilisez saisissez appuyez vérifiez choisissez lancez faites mettez connectez déconnectez débranchez branchez remplacez copiez collez
        fermez attendez réinitialisez entrez accédez changez créez configurez assurez tapez maintenez relancez cherchez enregistrez contactez
        """,
        .sequence: "étape* d'abord ensuite puis enfin premièrement suivant* suivez",
        .result: "devrait maintenant apparaît affiche signifie sera",
        .signpost: "voir plus savoir consultez documentation article lire informations",
        .note: "remarque attention astuce note important avertissement conseil",
        .question: "pourquoi comment est-ce qu' où quel* que quoi puis-je quand qui peut",
        .below: "ci-dessous",
        .operation: """
        ouvr* cliqu* sélectionn* choisiss* all* accéd* appuy* saisiss* entr* dans puis ensuite trouv* repér* fait*
        """,
        .function: """
        fonctionn* démarre démarrer s'ouvre charge affich* apparaî* connecte connecter connexion répond enregistre imprime imprimer
        lit synchronis* reçoit recevoir envoie envoyer visible trouve détect* reconnu reconnaît installe accéder accès marche allume
        s'allume
        """,
        .circumstance: """
        obsolète* configuration* incompatib* autorisation* permission* droits pare-feu antivirus proxy vpn cache cookies certificat*
        pilote* dns port ports quota* mémoire disque espace identifiant* mot passe jeton* dépendance* faute conflit* corrompu*
        endommagé* sale desserré usé* ancien* ancienne* faible surcharge* alimentation tension câble* batterie* pile* réseau
        connexion internet paramètres réglages version* micrologiciel extension* module* matériel signal rôle* chemin horloge format*
        désactivé*
        """,
        .person: "je j' mon ma mes me nous notre nos vous votre vos tu ton ta tes utilisateur* client*",
        .determiner: "le la les l' un une des du ce cette ces votre vos tous toutes chaque",
        .screen: """
        bouton* onglet* menu* page* dialogue fenêtre* champ* case icône* liste* panneau* lien* barre écran* section* paramètres
        dossier* fichier* console terminal application*
        """,
        .telling: """
        est sont était a ont permet permettent fournit offre prend contient utilisé* utilise décrit explique disponible* comprend
        inclut s'agit
        """,
    ]
}
