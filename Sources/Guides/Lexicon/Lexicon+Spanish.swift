extension Lexicon {
    static let spanish: [Concept: String] = [
        .fault: """
        error errores falla* fallo* falló problema* bloque* inválid* rechaz* lento lenta falta perdid* incorrect* inesperad* imposible roto rota dañad* avería* congel*
        cuelga colgad* vacío desconect* caíd* negad* deneg* no interrumpid* caducad* agotad*
        """,
        .negation: "no sin nunca ningún ninguna nada tampoco ni",
        .cause: "causa* razón razones motivo* porque debido origen* probable*",
        .check: "verific* comprueb* comprob* asegúr* confirm* revis* inspeccion* examin* prueb*",
        .fix: "soluci* resol* corrig* correg* arregl* repar* remedi* resuelv*",
        .symptom: "síntoma* descripción mensaje* aparece señal* muestra",
        .escalation: "sigue persiste* todavía aún persisten",
        .contact: """
        contact* soporte comunidad ayuda foro ticket asistencia técnico fabricante discord correo equipo
        """,
        .faq: "preguntas frecuentes pregunta faq",
        .howTo: "cómo guía instal* configur* crear activar usar tutorial añadir agregar",
        .troubleshooting: "solución problemas conocidos comunes resolución diagnóstico averías",
        .release: "versión versiones notas novedades cambios publicación historial",
        .reference: "resumen introducción referencia requisitos ejemplo* limitaciones glosario parámetro* descripción",
        .platform: "ordenador computadora teléfono navegador móvil",
        .alternative: "opción opciones método* alternativa* forma formas manera o",
        .condition: "si cuando caso al después",
        .instruction: """
        abra abre haga haz clic selecciona* seleccione vaya reinici* instale instala desinstal* ejecut* elimin* agregue añad* cambi* activ* desactiv* actualiz* descarg*
        intent* utilice use pulse presione compruebe verifique asegúrese revise conecte desconecte desenchufe enchufe introduzca escriba copie pegue cierre espere
        restablezca configure cree elija mantenga borre busque guarde póngase contacte toque
        """,
        .sequence: "paso* primero luego después entonces finalmente siguiente* siga",
        .result: "debería ahora aparece mostrará significa verá será",
        .signpost: "véase consulte más información documentación artículo leer",
        .note: "nota importante advertencia consejo aviso precaución atención",
        .question: "qué por cómo cuál* dónde cuándo quién puedo es hay",
        .below: "abajo",
        .operation: """
        abr* haga haz clic pulse pulsa seleccion* elij* elig* vaya ve acced* introduzc* introduce en luego después busque busca
        """,
        .function: """
        funciona* inicia* arranca* abre carga* muestra mostrar aparece* conecta* conexión responde guarda imprime imprimir reproduce
        sincroniza* recibe recibir envía enviar visible encuentra detecta* reconoce instala acceder acceso enciende
        """,
        .circumstance: """
        obsolet* desactualizad* configuración* incompatib* permiso* privilegio* cortafuegos firewall antivirus proxy vpn caché
        cookies certificado* controlador* dns puerto* cuota memoria disco espacio credencial* contraseña* token* dependencia*
        conflicto* corrupt* dañad* suci* suelt* desgastad* antigu* baj* sobrecarga* alimentación voltaje cable* batería* pila* red
        conexión internet ajustes versión* firmware complemento* extensión* hardware señal rol* ruta reloj formato* desactivad*
        deshabilitad*
        """,
        .person: "yo mi mis me nosotros nuestro* tú tu tus usted su sus usuario* cliente*",
        .determiner: "el la los las un una unos unas este esta estos estas su sus tu tus todos todas cada",
        .screen: """
        botón* pestaña* menú* página* diálogo ventana* campo* casilla* icono* lista* panel* enlace* barra pantalla* sección* ajustes
        carpeta* archivo* fichero* consola terminal aplicación*
        """,
        .telling: """
        es son era está están tiene tienen permite permiten proporciona ofrece soporta contiene usa utiliza utilizado describe
        explica disponible* incluye trata
        """,
    ]
}
