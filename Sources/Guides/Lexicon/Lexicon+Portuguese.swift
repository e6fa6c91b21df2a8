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
    ]
}
