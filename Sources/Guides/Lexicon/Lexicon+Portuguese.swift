extension Lexicon {
    static let portuguese: [Concept: String] = [
        .fault: """
        erro erros falha* problema* bloque* inválid* recusad* negad* lento lenta falta perdid* incorret* inesperad* impossível quebrad* travad* trava* defeito* caíd*
        desconect* vazio não indisponível corrompid* expirad* interrompid*
        """,
        .negation: "não sem nunca nenhum* nada nem",
        .cause: "causa* motivo* razão razões porque devido origem prováve*",
        .check: "verifi* certifique* certific* confirm* confira cheque revis* inspecion* examin* teste testar",
        .fix: "solução soluções resolv* corrig* correção conserto contorn* repar* solucion*",
        .symptom: "sintoma* descrição mensagem mensagens aparece sinal sinais exibe",
        .escalation: "ainda persist* continua*",
        .contact: """
        contat* contacte suporte comunidade ajuda fórum ticket assistência fabricante discord fale equipe mensagem
        """,
        .faq: "perguntas frequentes pergunta faq",
        .howTo: "como guia instal* configur* criar ativar usar tutorial adicionar",
        .troubleshooting: "solução problemas conhecidos comuns resolução diagnóstico",
        .release: "versão versões notas novidades mudanças alterações lançamento histórico",
        .reference: "visão geral introdução referência requisitos exemplo* limitações glossário parâmetro*",
        .platform: "computador telefone navegador celular",
        .alternative: "opção opções método* alternativa* forma formas maneira ou",
        .condition: "se quando caso ao após",
        .instruction: """
        abra clique selecione vá reinicie reiniciar instale desinstale execute remova adicione altere ative desative atualize baixe tente digite pressione
        verifique certifique confira conecte desconecte desligue ligue insira copie cole feche aguarde redefina configure crie escolha mantenha apague
        procure salve entre acesse toque use utilize limpe contate faça exclua
        """,
        .sequence: "passo* primeiro depois então finalmente etapa* seguinte* siga próximo",
        .result: "deve agora aparece exibirá significa verá será",
        .signpost: "veja consulte mais informações documentação artigo leia saiba",
        .note: "nota importante aviso dica atenção observação cuidado",
        .question: "o que como qual onde quando quem posso por é há",
        .below: "abaixo",
        .operation: """
        abr* cliqu* toque selecion* escolh* vá acess* digit* pression* em na no depois encontr* localiz*
        """,
        .function: """
        funciona* inicia* abre carrega* mostra exibe exibir aparece* conecta* conexão responde salva imprime imprimir reproduz
        sincroniza* recebe receber envia enviar visível encontra encontrado detecta* reconhece instala acessar acesso liga
        """,
        .circumstance: """
        obsolet* desatualizad* configuração configurações incompatív* permiss* privilégio* firewall antivírus proxy vpn cache cookies
        certificado* driver* dns porta* cota memória disco espaço credencia* senha* token* dependência* conflito* corromp* danificad*
        suj* solt* gast* antig* baix* sobrecarga* alimentação tensão cabo* bateria* pilha* rede conexão internet ajustes versão
        versões firmware plugin* extens* hardware sinal funç* caminho relógio formato* desativad*
        """,
        .person: "eu meu minha meus minhas me nós nosso* você seu sua seus suas usuário* utilizador* cliente*",
        .determiner: "o a os as um uma uns umas este esta estes estas seu sua seus suas todos todas cada no na nos nas",
        .screen: """
        botão botões aba* guia* menu* página* diálogo janela* campo* caixa* ícone* lista* painel link* barra tela* ecrã seção
        configurações pasta* arquivo* ficheiro* console terminal aplicativo* aplicação
        """,
        .telling: """
        é são era está estão tem têm permite permitem fornece oferece suporta contém usa utiliza utilizado descreve explica
        disponíve* inclui trata
        """,
    ]
}
