"""Spanish wishes by the words they are made of; without accents. See `wishes`."""

from darasa_reflex.features.interviews.mind.locales.clauses import made_of

# Words of several regions: "ahorita", "tantito", "me regala", vos and tú.
_POLITELY = (
    r"(?:puede|puedes|podes|podria|podrias|pudiera|podriamos|podemos|quiere|querria) ?(?:usted)?"
    r"|me|nos|por favor|porfa|porfavor|tal vez|quizas|le importaria|le importa|seria tan amable de"
    r"|es tan amable de|si|usted|hacerme el favor de|me hace el favor de|me regala|un poco|poquito"
    r"|un poquito|puedo|podria yo|te|le|seria posible|es posible"
)
_ASKED = (
    r"la|lo|el|esa|esta|eso|esto|ultima|ultimo|pregunta|su|que|de|otra vez|de nuevo|una vez mas"
    r"|nuevamente|otra vez mas|otra|por segunda vez|volver a|vuelva a|vuelve a|a|parte|ha|dicho"
    r"|dijo|preguntado"
)
_AGAIN_CORE = (
    r"(?:(?:puede|puedes|podes|podria|podrias|pudiera|quiere|importa|importaria|amable|favor"
    r"|posible|me|nos|vuelva|vuelve|volver) (?:\w+ )*)?(?:repet|repit)\w*|(?:dec|dig|dice|hac|hag"
    r"|hace|formul|pregunt|lee|leer|escuch|oir|habl)\w* (?:\w+ )*(?:otra vez|de nuevo|una vez mas"
    r"|nuevamente|despacio|alto|lento|fuerte)|(?:volver|vuelva|vuelve) a (?:dec|hac|formul|preg"
    r"|lee|repe|plant)\w*"
)
REPEATED = made_of(
    rf"{_POLITELY}|{_ASKED}|repetir|repetirme|repetirla|repetirlo|repetirmela|repetirmelo|repita"
    r"|repitame|repitamela|repitala|repitalo|repite|repiteme|repitemela|repetis|repeti|repetime"
    r"|decir|decirme|decirmelo|decirmela|decirlo|decirla|diga|digame|dimelo|dime|dice|hacer"
    r"|hacerme|hacermela|hacerla|haga|hagame|hace|formular|formularla|formule|leer|leermela|leerla"
    r"|lea|preguntar|preguntarme|preguntarmelo|pregunteme|escuchar|escucharla|oir|oirla|plantear"
    r"|mas despacio|mas alto|mas lento|mas fuerte|hablar|hable|hablarme",
    with_one_of=_AGAIN_CORE,
)
WHAT_WAS_IT = (
    r"(?:cual|como|que) (?:era|es|fue|decia) (?:la|su) (?:ultima )?pregunta(?: (?:otra vez|de nuevo"
    r"|perdon|que me hizo|que ha hecho))?|(?:que|como) (?:me |le )?(?:ha|has|habia) (?:dicho"
    r"|preguntado|pedido)(?: usted)?|(?:que|como) (?:me )?(?:dijo|pregunto|dijiste|preguntaste|dice"
    r"|dices|decia|preguntaba)(?: usted)?|de nuevo la pregunta|la pregunta otra vez|mande(?:"
    r" usted)?"
)
LOST = (
    r"no (?:le |la |lo |te |se |me )*(?:he (?:oido|entendido|escuchado|pillado|captado)|oi|entendi"
    r"|escuche|oigo|escucho|oye|escucha|entiende|escuchaba|alcance a (?:oir|escuchar)|capte|pille)"
    r"(?: (?:bien|muy|nada|la|lo|el|su|pregunta|que|ha|dicho|dijo|me|eso|usted|final|ultimo|todo"
    r"|del|parte|ultima))*|se (?:le )?(?:oye|escucha) (?:muy )?(?:mal|bajo|bajito|cortado"
    r"|entrecortado)|me (?:he perdido|perdi)(?: (?:la|parte|de|pregunta|final|el))*"
)
THINKING = made_of(
    r"(?:me |nos )?(?:puede|podria|puedes|podrias|da|das|permite|regala|presta|concede|deja)|dar"
    r"|darme|dame|deme|deje|dejeme|dejame|permitame|permiteme|permita|regaleme|esperar|esperarme"
    r"|espere|espereme|espera|esperame|esperate|aguarde|aguarda|aguanteme|aguante|aguantame"
    r"|necesito|necesitaria|quisiera|querria|me gustaria|tener|tomar|tomarme|tengo que|tendria que"
    r"|voy a|vamos a ver|hay que|un|una|unos|unas|solo|otro|dos|par de|poco|poquito|tantito|algo"
    r"|algun|mas|de|pequeno|momento|momentito|momentico|segundo|segundito|segundos|minuto|minutito"
    r"|minutos|rato|ratito|instante|tiempo|por favor|para|que|lo|la|me|se|pensar|pensarlo|pensarla"
    r"|piense|pensarmelo|que lo pienso|lo pienso|pensando|reflexionar|reflexione|concentrarme"
    r"|recordar|recuerde|acordarme|ordenar|ordene|organizar|mis|ideas|bien|ver|estoy|sigo|ahora"
    r"|ahorita|ya|le|contesto|respondo|contestar|responder|y|a ver|antes|primero|nada|bueno|mi"
    r"|respuesta|la",
    with_one_of=r"moment\w*|segundo|segundito|segundos|minutito|instante|tantito"
    r"|(?:dejeme|dejame|deje) ver|(?:dejeme|dejame|deje|tengo que|necesito|voy a|permitame|estoy"
    r"|me gustaria|quisiera|sigo|tendria que|hay que) (?:\w+ )*(?:pens\w*|piens\w*|reflexion\w*"
    r"|recordar|acordarme|ideas)"
    r"|(?:deme|dame|darme|dar|necesito|necesitaria|regaleme|espere|espera|aguarde|quisiera|tomarme)"
    r" (?:\w+ )*(?:tiempo|minutos?|ratito|rato|poco|poquito)|espere|espereme|esperame|esperate"
    r"|aguarde|aguanteme|que lo piense",
)
_WISHING = (
    r"quiero|quisiera|querria|prefiero|preferiria|(?:me )?gustaria|mejor|podemos|podriamos|puedo"
    r"|podria|puede|vamos a|vamos|si|que|yo|ya|me|nos|se|por favor|por hoy|ahora|aqui|deseo"
)
LEFT_OUT = made_of(
    rf"{_WISHING}|la|lo|le|esta|esa|este|ese|eso|pregunta|de|a|con|otra|otra cosa|otro tema"
    r"|siguiente|proxima|hacer|hacerme|haga|hagame|haz|hazme|saltar|saltarme|saltarmela|saltarla"
    r"|saltarlo|saltarnos|saltarnosla|saltemos|saltemosla|pasar|pasarla|pase|pasemos"
    r"|saltamos|pasamos|paso|dejamos|que sigue|avanzar|avancemos|omitir|omitirla|omitamos|dejar"
    r"|dejarla|dejemos|dejemosla|ir|vayamos|sigamos|seguir|seguimos|continuar|continuemos|para"
    r"|despues|luego|mas tarde"
    r"|mas adelante|volver|adelante|en|blanco|cambiar|cambiemos|pregunteme|preguntarme|algo"
    r"|diferente|distinta|distinto",
    with_one_of=r"(?:quiero|quisiera|querria|prefiero|preferiria|gustaria|mejor|podemos|podriamos"
    r"|puedo|podria|vamos a|si) (?:\w+ )*(?:salt|pas|omit|avan|dej|segu)\w* (?:\w+ )*"
    r"(?:esta|esa|pregunta|siguiente|otra|proxima|adelante)|(?:prefiero|podemos|puedo|quiero"
    r"|quisiera|mejor|podriamos|gustaria) (?:\w+ )*(?:salt|omit|cambi)\w*|salt(?:emos|emosla"
    r"|arnosla|armela)|pasemos|avancemos|la que sigue|(?:siguiente|proxima|otra) pregunta|(?:haga"
    r"|hagame|hacerme"
    r"|haz|hazme|pregunteme|preguntarme|podria hacer) (?:\w+ )*(?:otra|diferente|distinta"
    r"|siguiente)|paso de (?:esta|esa)|de (?:esta|esa) paso|paso (?:en|con) esta|(?:dejemos|dejar"
    r"|podemos dejar) (?:\w+ )*(?:esta|esa|blanco|para (?:despues|luego|mas \w+))|(?:esta|esa"
    r"|pregunta) la (?:dejamos|saltamos|paso)"
    r"|dejemosla|(?:podemos|podriamos|puedo) volver (?:\w+ )*(?:despues|luego|mas tarde"
    r"|mas adelante)|la (?:siguiente|proxima)",
)
NOT_ANSWERING = made_of(
    rf"{_WISHING}|no|voy a|a|de|la|lo|le|esta|esa|eso|pregunta|sobre|contestar|contestarla"
    rf"|contestarle"
    r"|responder|responderla|responderle|respondiendo|contestando|hablando|siento|comod[oa]|decir"
    r"|hablar|comentar|nada",
    with_one_of=r"(?:esta|esa|eso|prefiero|quiero|gustaria|quisiera|preferiria|mejor) (?:\w+ )*no"
    r" (?:\w+ )*(?:contest|respond|hablar|decir|comentar)\w*|no (?:\w+ )*(?:quiero|quisiera"
    r"|gustaria|querria|deseo|voy a) (?:\w+ )*(?:contest|respond|hablar|comentar)\w*"
    r"|no me siento comod[oa] (?:\w+ )*(?:contest|respond|habl)\w*",
)
OVER = made_of(
    rf"{_WISHING}|la|lo|esta|esto|entrevista|sesion|charla|conversacion|mismo|hoy|por|de|a|el|con"
    r"|terminar|terminarla|terminemos|acabar|acabarla|acabemos|parar|pararla|pare"
    r"|paremos|dejar|dejarlo|dejarla|dejemoslo|lo dejamos|finalizar|finalicemos|cortar|corte"
    r"|cortemos|detener|detenga|cerrar|concluir|suficiente|es|bastante|hasta|tengo que|tendria que"
    r"|debo|irme"
    r"|marcharme|salir|colgar|colguemos|ir|interrumpir|abandonar",
    with_one_of=r"(?:quiero|quisiera|querria|prefiero|preferiria|gustaria|podemos|podriamos|mejor"
    r"|puedo|podria|vamos a|deseo|tengo que|debo) (?:\w+ )*(?:termin|acab|par|dejarl|finaliz|cort"
    r"|deten|cerrar|conclu|colg|interrump|abandon)(?:ar|arl[oa]|er|ir|[oa])?"
    r"|(?:termin|acab|finalic|cort|par|colgu)emos|dejemoslo|lo dejamos (?:aqui|ya|por hoy)"
    r"|(?:pare|corte|detenga) (?:la|ya|aqui|por)|(?:tengo que|debo|tendria que|me) (?:\w+ )*(?:irme"
    r"|marcharme|salir|colgar|ir)|hasta aqui|suficiente por hoy",
)
NOT_GOING_ON = (
    r"(?:ya )?no (?:quiero|deseo|quisiera|tengo ganas de) (?:seguir|continuar)(?: (?:con|la|esto"
    r"|esta|entrevista|mas|ya))*"
)
MORE = r"(?:(?! (?:dijo|dijeron|preguntaba|pregunto|pregunte|decia|me|le)\b) \w+){0,9}"
OTHERWISE = made_of(
    rf"{_POLITELY}|la|lo|el|esa|esta|eso|esto|ultima|pregunta|su|que|de|en|a|decir|decirlo|decirla"
    r"|decirme|decirmelo|decirmela|diga|digalo|dime|dimelo|hacer|hacerla|hacermela|haga|hagame"
    r"|formular|formularla|formule|formulemela|plantear|plantearla|explicar|explicarme|explicarmela"
    r"|explicarmelo|explicarla|explique|expliqueme|expliquemela|explica|explicame|aclarar|aclararme"
    r"|aclare|aclareme|reformular|reformularla|reformule|preguntar|preguntarlo|mejor|otra manera"
    r"|otra forma|otro modo|otras palabras|con|mas|simple|sencilla|sencillo|sencillas|facil|facile"
    r"|clara|claro|manera|forma|palabras|modo|detalle|ser|concret[oa]|especific[oa]|claro|un"
    r"|ejemplo|dar|darme|poner|ponerme|de|detallar|concretar|precisar|especificar",
    with_one_of=r"otra (?:manera|forma)|otro modo|otras palabras|(?:mas|palabras) (?:simple\w*"
    r"|sencill\w*|facil|clar[ao])|(?:puede|podria|puedes|podrias|podes|me|por favor|importaria)"
    r" (?:\w+ )*(?:explic|aclar|reformul|concret|precis|especific|ejemplo)\w*|(?:explique|aclare"
    r"|explica)\w* (?:la pregunta|mejor|por favor)|expliqueme(?:la|lo)?|explicame(?:la|lo)?",
)
UNCLEAR = (
    r"no (?:se si |estoy segur[oa] (?:de )?(?:si |haber )?)?(?:la |lo |le |he )?(?:entendi(?:do)?"
    r"|entiendo|entendi|comprendo|comprendi|he entendido|capto|me queda"
    r"|me ha quedado|me quedo|termino de entender|acabo de entender|estoy segur[oa] de (?:haber )?"
    r"(?:entender|entendido|comprender))(?: (?:bien|muy|la|su|lo|que|pregunta|eso|me|quiere|decir"
    r"|esta|del|todo|clara|claro|pide|pregunta|preguntando))*|(?:a )?que (?:es lo que"
    r" )?(?:exactamente )?(?:se refiere|quiere decir|quiere saber|quieres decir|te refieres"
    r"|quiere que (?:le )?(?:diga|cuente|responda))(?: (?:con|por|eso|exactamente|usted|esto"
    r"|ahi))*|que (?:entiende|quiere decir|significa) (?:usted )?(?:por |con )?(?:\w+ ?){1,4}"
    r"|en que sentido|como que(?: en que sentido)?|como asi"
)
