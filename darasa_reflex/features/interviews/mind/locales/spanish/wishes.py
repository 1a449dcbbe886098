"""How candidates word their wishes in Spanish; without accents."""

from darasa_reflex.features.interviews.mind.locales.intent import Intent
from darasa_reflex.features.interviews.mind.locales.listening import Listening
from darasa_reflex.features.interviews.mind.locales.spanish import requests as asked

_CAN = r"(?:(?:me )?(?:puede|podria|puedes|podrias|podemos|podriamos|quiere|puedo)(?: usted)? )"
_IT = r"(?:(?:la|el|lo|esa|esta|su|ultima|pregunta|eso|por favor|a mi|me) ?)"
_AGAIN = r"(?:otra vez|de nuevo|una vez mas|nuevamente)"
_TIME = r"(?:momento|momentito|segundo|segundos|minuto|minutos|rato|tiempo|instante)"
_WANT = (
    r"(?:(?:quiero|quisiera|querria|prefiero|preferiria|me gustaria|podemos|podriamos|puedo"
    r"|vamos a|tengo que|necesito) )"
)
_UNHEARD = (
    r"(?:no (?:le |la |lo |te )?(?:he (?:oido|entendido|escuchado)|oi|entendi|escuche)"
    r"(?: (?:bien|la|lo|su|pregunta|que ha dicho|eso|usted))*)"
)
_REPEAT = (
    rf"{_CAN}?(?:repetir(?:me)?(?:la|lo)?|repita(?:me)?(?:la|lo)?|repite)(?: {_IT}+)?"
    rf"(?: ?{_AGAIN})?|{_CAN}?(?:decir|hacer|leer|diga|haga)(?:me)?(?:la|lo)? ?{_IT}*{_AGAIN}"
)
SPANISH = Listening.of(
    "es",
    {
        Intent.REPEAT: rf"{_REPEAT}|{asked.REPEATED}|{asked.WHAT_WAS_IT}|{asked.LOST}|{_UNHEARD}"
        rf"|{_AGAIN}|como|perdon|perdone|como dice|como ha dicho|que|cual (?:era|es) la pregunta"
        rf"|la pregunta {_AGAIN}"
        r"|que ha (?:dicho|preguntado)|(?:hable )?mas (?:despacio|alto)"
        r"|no (?:le|lo) oigo(?: bien)?",
        Intent.WAIT: rf"{asked.THINKING}|(?:uy )?(?:es )?(?:una )?(?:muy )?(?:buena|dificil"
        rf"|que) pregunta"
        r"|(?:es una )?pregunta (?:muy )?(?:dificil|interesante|complicada|buena)"
        r"|(?:solo )?(?:dos|tres|cinco) minut\w+ (?:por favor|porfa|para pensar\w*)"
        rf"|(?:solo )?(?:un|unos|otro) ?(?:poco de )?(?:pequeno )?{_TIME}"
        r"(?: para pensar(?:lo)?)?"
        rf"|{_CAN}?(?:deme|dejeme|dame|darme|tener|necesito|me da) (?:(?:un|unos|algo|algun|mas"
        rf"|poco|de) )*{_TIME}(?: (?:mas|para pensar(?:lo)?))*"
        r"|(?:dejeme|deje que|dejame|tengo que|necesito|voy a) (?:lo )?(?:pensar(?:lo)?|piense"
        r"|reflexionar)(?: (?:un (?:momento|poco|segundo)|lo))*|estoy pensando|espere"
        r"(?: (?:un (?:momento|segundo|poco)))?|(?:es una )?buena pregunta",
        Intent.READY: r"(?:ya )?(?:estoy (?:listo|lista|preparado|preparada|aqui)|listo|lista)"
        r"|(?:podemos|puedo|vamos a) (?:seguir|continuar|empezar)|ya (?:podemos|puedo)"
        r"(?: (?:seguir|continuar))?|sigamos|continuemos|adelante|ya he vuelto",
        Intent.SKIP: rf"{asked.LEFT_OUT}|{asked.NOT_ANSWERING}|{_WANT}?(?:saltar(?:la|lo|nos la"
        rf"|me la)?|saltarnos|saltemos|pasar|pasemos"
        r"|omitir(?:la)?|dejar(?:la)?|dejemos)(?: (?:a|de|la|esta|esa|pregunta|siguiente|otra))*"
        r"|paso|(?:la )?siguiente(?: pregunta)?|otra pregunta|sin comentarios"
        rf"|{_WANT}?no (?:contestar|responder|decir)(?:la|lo)?(?: (?:a )?(?:eso|esta|esa"
        r"|pregunta))*",
        Intent.UNKNOWN: r"(?:pues )?(?:la verdad (?:es que )?)?(?:yo )?(?:eso )?no (?:lo |la )?se"
        r"(?: (?:la verdad|que decir(?:le)?|que contestar(?:le)?|que responder(?:le)?|ahora|ahora"
        r" mismo|bien|muy bien|ahorita|la respuesta|eso))*"
        r"|(?:ahora mismo |ahorita |la verdad )*no tengo (?:ni )?(?:la menor )?(?:idea|respuesta"
        r"|ningun ejemplo|un ejemplo|experiencia)(?: (?:en|con|para|de) eso)?(?: ahora(?: mismo)?)?"
        r"|ni idea|(?:ahora mismo |ahora |ahorita |asi |de momento |en este momento )*"
        r"no (?:se me ocurre|me viene|recuerdo|me acuerdo|caigo|sabria)(?: (?:nada|ningun"
        r"|ninguno|ejemplo|un|ahora|ahora mismo|ahorita|de|a la (?:cabeza|mente)|en este momento"
        r"|decirle|que decir(?:le)?|contestarle|responder(?:le)?))*|no estoy (?:segur[oa])"
        r"|nunca (?:lo he hecho|he hecho eso|me ha pasado|lo hice|me paso)|me quede en blanco"
        r"|me he quedado en blanco",
        Intent.DONE: r"(?:no )?(?:eso es|es|esto es|eso seria) todo(?: (?:por mi parte|ya))*"
        r"|(?:no )?nada mas(?: (?:que anadir|que decir))?|ya esta|he terminado|no tengo nada mas"
        r"(?: que (?:anadir|decir))?",
        Intent.END: rf"{asked.OVER}|{asked.NOT_GOING_ON}|{_WANT}?(?:terminar|acabar|parar|dejarlo"
        rf"|finalizar|cortar|terminemos|paremos"
        r"|acabemos|dejemoslo)(?: (?:aqui|ya|ahora|la entrevista|por hoy|esto))*"
        r"|(?:muchas )?(?:gracias )?(?:y )?(?:adios|hasta luego|hasta la vista|hasta pronto)"
        r"|tengo que (?:irme|marcharme|dejarlo)(?: ya)?|me tengo que ir",
        Intent.GREETING: r"(?:hola )?(?:hola|buenos dias|buenas tardes|buenas noches|buenas)"
        r"(?: \w+)?(?: (?:que tal|como esta|como estas)(?: usted)?)?"
        r"|(?:que tal|como esta)(?: usted)?(?: hoy)?|(?:hola )?me (?:oye|escucha|oyes)(?: bien)?"
        r"|(?:sigue|esta) (?:usted )?ahi|probando(?: probando)*",
        Intent.MEANING: rf"{asked.UNCLEAR}|{asked.OTHERWISE}"
        r"|no (?:entiendo|comprendo)(?: (?:bien|muy|la|su|lo|que|pregunta|eso|me"
        rf"|pregunta|quiere|decir))*|(?:a )?que (?:se refiere|quiere decir){asked.MORE}"
        r"|en que sentido|que significa (?:\w+ ){0,3}\w+"
        rf"|{_CAN}(?:explicar|aclarar|reformular|precisar|concretar)(?:me|la|lo|mela"
        rf"|melo)*{asked.MORE}"
        rf"|se refiere a \w+{asked.MORE}|como que",
        Intent.ASIDE: r"(?:es|eres) (?:usted )?(?:un |una |de verdad )*(?:robot|ia|persona"
        r"|maquina|humano|humana|ordenador|programa|bot)|quien (?:es usted|eres|le ha .+)"
        r"|como se llama(?: usted)?|que tiempo hace(?: .+)?|que hora es"
        r"|cuente(?:me)? un chiste|hableme de usted|(?:cante|traduzca|dibuje) .+"
        r"|(?:ha estado|estuvo|esta|era) (?:bien|correcto|correcta) (?:eso|mi respuesta)"
        r"|(?:que tal|como) lo (?:estoy haciendo|hago|he hecho)",
    },
    {
        "answers": r"(?:como|cuanto) (?:de )?(?:larg\w+|extens\w+|detallad\w+|breves?|cortas?"
        r"|tiempo)? ?(?:debo|deben?|tienen? que|puedo|deberian?)\b.*(?:respuestas?|responder).*",
        "left": r"cuant[oa]s? (?:tiempo|minutos)? ?(?:nos )?(?:queda|quedan|falta|faltan)\b.*"
        r"|(?:ya )?(?:estamos|vamos) (?:acabando|terminando)",
        "length": r"cuanto (?:tiempo )?(?:dura|va a durar|durara|tardaremos|tenemos)(?: (?:esto"
        r"|la|esta|entrevista|en total|todo|mas o menos))*",
        "questions": r"cuantas (?:\w+ )?preguntas (?:son|hay|tiene|me va|va|quedan)\b.*",
        "feedback": r"(?:voy a (?:recibir|tener)|me (?:dara|daran|va a dar)|recibire|hay|habra)"
        r" (?:\w+ ){0,4}(?:valoracion|comentarios|evaluacion|feedback|resultado)\b.*",
        "typing": r"(?:puedo|debo|tengo que) (?:\w+ ){0,3}(?:escribir|teclear)(?:la|lo|las)?\b.*",
        "started": r"(?:hemos|ya hemos) empezado(?: ya)?|(?:cuando )?empezamos(?: ya)?"
        r"|empiezo(?: ya)?",
        "practice": r"(?:esto )?es (?:esto )?(?:una |solo |de )*(?:practica|prueba|verdad|real)"
        r"(?: \w+)?",
    },
    beginning=r"eh+|em+|este|mm+|ah|ay|uy|oh|ok|okey|vale|pues|bueno|si|no no|no gracias|a ver"
    r"|bien|por favor"
    r"|perdon|perdone|perdona|disculpe|disculpa|lo siento|gracias|muchas gracias|pero|y|entonces|la"
    r" verdad|es que|creo que|quizas|de acuerdo|mire|mira|oiga|con permiso|que pena|ya|dale"
    r"|entiendo",
    ending=r"por favor|porfa|gracias|muchas gracias|si (?:es|fuera) posible|si no le (?:importa"
    r"|molesta)|si puede(?: ser)?|si se puede|si quiere|si le parece(?: bien)?|vale|ok|perdon"
    r"|perdone|disculpe|por su tiempo|por todo|que tenga (?:un )?buen dia|sabe|eh",
    excuse=r"(?:que )?(?:voy a|tengo que|dejeme) (?:cerrar|apagar|contestar|abrir|coger|agarrar"
    r"|silenciar|bajar)(?: (?:el|la|un|una|mi)(?: \w+){1,2})?|(?:uy )?que (?:dificil|pregunta"
    r"|buena)|estoy (?:muy |un poco )?"
    r"(?:cansad|nervios|bloquead)[oa]|(?:que )?(?:me )?(?:suena|esta sonando|llaman|tocan"
    r"|golpean) ?(?:el |al |a la |la )?"
    r"(?:telefono|celular|movil|timbre|puerta)?|se (?:me )?(?:corto|ha cortado|fue|cayo|entrecorto"
    r"|entrecorta|corta)(?: (?:el|la|un|momento|audio|sonido|senal|conexion|llamada|poco))*"
    r"|hay (?:mucho )?ruido(?: aqui)?|no tengo (?:una )?(?:buena )?respuesta"
    r"|es (?:muy )?(?:personal"
    r"|privado)|me distraje|me (?:he distraido|agarra en blanco)|tengo (?:otra |una )?(?:cita"
    r"|reunion)(?: ahora)?|estaba distraid[oa]",
    told=r"(?:esper|aguard|mand|pas|salt|dej|termin|acab|par|cort|aclar|explic|pregunt|reformul)é"
    r"|(?:pas|salt|dej|termin)ó",
    request=r"(?:me |nos )?(?:puede|podria|podemos|podriamos)|(?:cual|como) era la pregunta"
    r"|repita\w*",
    reported=r"dij\w+|dec\w+|dice\w*|digo|pregunt(?:e|o|aba\w*|aron|an)|grit\w+|pensa\w+|contest(?:e|o|aron)"
    r"|ell?os?|ella|todos|client\w+|jef\w+|entonces|cuando|era que|pero yo",
    asks_us=r"puede|podria|podriamos|pasemos|dejemos|dejeme|permitame|deme|prefiero no"
    r"|me (?:oye|oyo|escuch\w+)|(?:le|la|lo) (?:oigo|sigo|escucho)"
    r"|demasiado (?:rapido|dificil) para mi|por favor$",
    begins_asking=r"(?:que|como|cual|cuanto|donde|quien|hay|se refiere)\b.*\b(?:usted|pregunta"
    r"|puesto|equipo)",
    insult=r"(?:callate|callese)|vete (?:a la mierda|al infierno)|vayase (?:a la mierda|al diablo)"
    r"|que te (?:den|jodan)|(?:eres|es usted|es) (?:\w+ ){0,3}(?:idiota|imbecil|inutil"
    r"|estupid[oa]|tont[oa]|gilipollas|ridicul[oa])|(?:esto|eso) es (?:\w+ ){0,3}(?:una mierda"
    r"|una estupidez|ridiculo|una perdida de tiempo|una tonteria)"
    r"|(?:maquina|pregunta) (?:estupida|tonta|inutil)",
    who=r"(?:es usted|eres|es) (?:\w+ ){0,2}(?:robot|ia|persona real|maquina|humano|programa|bot)"
    r"|su nombre|como se llama|quien es usted|con quien (?:hablo|estoy hablando)",
    courtesy=r"y (?:usted|el suyo)|como (?:esta|le va)(?: (?:a )?usted)?"
    r"|que tal(?: (?:esta )?usted)?",
    asks=r"(?:que|quien|quienes|cuando|donde|cuanto|cuanta|cuantos|cuantas|cual|cuales|como"
    r"|por que|adonde|hay|habria|(?:es|son|tienen?|pueden?|podrian?|se puede|seria|esta|estan)"
    r" (?:\w+ )?(?:usted|ustedes|el|la|los|las|un|una|posible|algo|alguien)"
    r"|(?:quisiera|me gustaria|querria|quiero) (?:saber|preguntar\w*)|mi pregunta"
    r"|tengo una (?:pregunta|duda))",
    nothing=r"(?:no|ninguna|nada|de momento no|no gracias|todo claro)",
    feedback=r"(?:que tal|como) (?:lo he hecho|me ha ido|ha ido|lo hice)|valoracion|feedback"
    r"|(?:proximos?|siguientes?) pasos?|cuando (?:me dicen|sabre|tendre|recibire)",
    here=r"usted|ustedes|su|sus|empresa|equipo|puesto|sueldo|salario|jefe|jefa|oficina|contrato"
    r"|vacaciones|horario",
    order=r"(?:ignora|ignore|olvida|olvide|omite|omita) (?:\w+ ){0,4}(?:instrucciones|reglas"
    r"|ordenes|indicaciones)|prompt del sistema"
    r"|(?:ahora eres|eres ahora) (?:\w+ ){0,3}(?:ia|asistente|bot|modelo)",
)
