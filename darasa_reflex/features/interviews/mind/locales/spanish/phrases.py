"""What the interviewer says in Spanish: formal, brief, and never about how good it was."""

from darasa_reflex.features.interviews.mind.locales.manner import Manner
from darasa_reflex.features.interviews.mind.locales.wording import Wording

_NUDGES = ("Tómese su tiempo.", "No hay prisa.", "Tómese el tiempo que necesite.")
_NEUTRAL = Manner(
    greetings=(
        "Buenos días{comma}, un placer conocerle.",
        "Hola{comma}, gracias por su tiempo.",
        "Hola{comma}, le doy la bienvenida.",
    ),
    thanks=("Gracias.", "Muchas gracias.", "De acuerdo.", "Entiendo.", "Ya veo.", "Entendido."),
    go_on=("Entiendo.", "De acuerdo.", "Entendido.", "Ya veo."),
    skipped=("Por supuesto.", "No hay problema.", "Claro."),
    accepted=("No pasa nada.", "No hay problema.", "De acuerdo."),
    nudges=_NUDGES,
    closing=("Gracias por su tiempo{comma}.", "Gracias por la conversación{comma}."),
)
_FRIENDLY = Manner(
    greetings=(
        "Hola{comma}, es un placer conocerle.",
        "Hola{comma}, tenía ganas de hablar con usted.",
        "Hola{comma}, gracias por venir.",
    ),
    thanks=("Gracias por contármelo.", "Muchas gracias por eso.", "Gracias, entiendo."),
    go_on=("Gracias, me gustaría saber más.", "Entiendo, siga, por favor."),
    skipped=("Por supuesto, no hay ningún problema.", "Claro, la dejamos.", "Por supuesto."),
    accepted=("No pasa nada en absoluto.", "No hay ningún problema.", "A cualquiera le ocurre."),
    nudges=_NUDGES,
    closing=("Muchísimas gracias por su tiempo{comma}.", "Ha sido un placer{comma}."),
)
_STRICT = Manner(
    greetings=("Buenos días{comma}.", "Buenos días{comma}, empecemos."),
    thanks=("Anotado.", "Entendido.", "De acuerdo."),
    go_on=("Anotado.", "Siga.", "Necesito más que eso."),
    skipped=("Omitida.", "La siguiente, entonces.", "Como quiera."),
    accepted=("Anotado.", "La siguiente, entonces."),
    nudges=("Estoy esperando su respuesta.", "Empiece cuando quiera, por favor."),
    closing=("Eso es todo por mi parte{comma}.", "Hemos terminado{comma}."),
)

SPANISH = Wording(
    code="es",
    manners={"friendly": _FRIENDLY, "neutral": _NEUTRAL, "strict": _STRICT},
    welcome_back=(
        "Hola de nuevo{comma}.",
        "Aquí estamos otra vez{comma}.",
        "Qué bien que haya vuelto{comma}.",
    ),
    for_company=(
        "Me llamo {who} y hoy le hago la entrevista para {company}.",
        "Soy {who} y hoy hago las preguntas en nombre de {company}.",
    ),
    by_name=(
        "Me llamo {who} y hoy le hago la entrevista.",
        "Soy {who} y hoy le hago yo las preguntas.",
    ),
    who_i_am="Soy {who}, un programa informático que hace entrevistas de práctica.",
    of_course=("Por supuesto.", "Claro.", "Desde luego."),
    waiting=(
        "Por supuesto, tómese su tiempo.",
        "Claro, tómese el tiempo que necesite.",
        "Sin prisa, le espero.",
    ),
    ready=("Adelante, por favor.", "Adelante.", "Le escucho."),
    hearing_you="Hola, le oigo.",
    well="¡Hola! Estoy bien, gracias.",
    well_too="Estoy bien, gracias.",
    offers=(
        "Puedo repetir la pregunta, o podemos saltarla; basta con que lo diga.",
        "Si quiere, diga «repetir» o «saltar».",
    ),
    buttons=(
        "Si quiere, pulse {repeat} para volver a oír la pregunta o {skip} para dejarla.",
        "Los botones {repeat} y {skip} están ahí para usted.",
    ),
    not_followed=(
        "No sé bien qué desea. Puedo repetir la pregunta, decirla de otra manera, pasar a la "
        "siguiente o terminar aquí. O continúe, si lo prefiere.",
        "Perdone, no le he seguido. ¿Repito la pregunta, la digo de otra manera o pasamos a la "
        "siguiente? Si no, continúe con su respuesta.",
    ),
    other_words=("Dicho de otro modo:", "En otras palabras:"),
    asked_this="Le preguntaba esto: {}",
    back_to="Vuelvo a mi pregunta: {}",
    unheard=(
        "Perdone, no le he entendido. Repítalo, por favor, o escríbalo.",
        "No he podido distinguir las palabras. Inténtelo otra vez, por favor, o escríbalo.",
        "No se ha oído con claridad. Dígalo otra vez, por favor, o escríbalo.",
    ),
    deaf="Aquí todavía no puedo oírle, así que escriba sus respuestas, por favor.",
    hints=(
        "La pregunta está también en su pantalla, y puede saltarla cuando quiera.",
        "Tiene la pregunta también en la pantalla; diga «saltar» para dejarla.",
    ),
    wide=(
        "Entiéndala como quiera; cualquier ejemplo suyo sirve.",
        "No tiene truco; cualquier cosa de su propia experiencia sirve.",
    ),
    back_to_it=(
        "Volvamos a la entrevista.",
        "Prefiero que sigamos con la entrevista.",
        "Volvamos a la pregunta.",
    ),
    later=(
        "Eso me lo puede preguntar al final.",
        "Al final habrá tiempo para sus preguntas.",
    ),
    calm=(
        "Entiendo que esto puede cansar.",
        "Noto que no está a gusto con esto.",
    ),
    please_carry_on=(
        "Siga, por favor, donde lo habíamos dejado.",
        "Continúe, por favor, con su última respuesta.",
    ),
    let_us_move_on=("Sigamos adelante.", "Podemos dejar esa.", "Dejémoslo ahí."),
    short_of_time=("Casi no nos queda tiempo.", "Se nos acaba el tiempo."),
    time_is_up="Se nos ha acabado el tiempo.",
    stopping="Por supuesto, podemos dejarlo aquí.",
    goodbye="Esta ha sido la entrevista. Hasta la vista.",
    turns={
        "introduction": (
            "Eso era para entrar en calor; a partir de ahora cuenta.",
            "A partir de ahora cuenta.",
        ),
        "behavioural": (
            "Ahora, una pregunta sobre su manera de trabajar.",
            "Hablemos de cómo trabaja usted.",
        ),
        "role": ("Pasemos al trabajo en sí.", "Ahora, el trabajo en sí."),
    },
    details=(
        "¿Puede contarme algo más sobre eso?",
        "¿Podría explicarlo con más detalle?",
        "¿Puede darme un ejemplo?",
        "¿Cómo fue eso en la práctica?",
        "¿Qué más añadiría a eso?",
        "¿Cómo lo hizo usted?",
        "¿Podría desarrollarlo un poco más?",
    ),
    invitations=(
        "¿Tiene alguna otra pregunta?",
        "¿Qué más le gustaría preguntar?",
        "¿Quiere preguntar algo más?",
    ),
    saying="La oferta dice: «{}».",
    no_more=("Más que eso no lo sé.", "De lo demás no sé nada."),
    unknown=(
        "La oferta no lo dice, así que no lo sé.",
        "Eso no está en la oferta, no puedo decírselo.",
    ),
    unread=("A eso no puedo responderle.", "Pregúntelo, por favor, en la entrevista de verdad."),
    feedback=(
        "Durante la entrevista no valoro nada.",
        "Su valoración está en la página que viene después.",
    ),
    facts={
        "answers": "Tómese el tiempo que necesite; lo habitual son uno o dos minutos.",
        "left": "Nos queda más o menos {left}.",
        "length": "En total, alrededor de {minutes}.",
        "questions": "Tengo preparadas {of} preguntas, más alguna que otra para profundizar.",
        "feedback": "Encontrará su valoración en la página, después de la entrevista.",
        "typing": "Puede escribir cualquier respuesta o decirla, como prefiera.",
        "started": "Ya hemos empezado, adelante.",
        "practice": "Esto es una práctica; nadie decide nada con ella.",
    },
    still_there="¿Sigue usted ahí? Si no oigo nada, dentro de poco cortaré la comunicación.",
    last_minute="Nos queda más o menos un minuto.",
    farewell=(
        "Se nos ha acabado el tiempo, así que tengo que dejarlo aquí. Gracias por la entrevista. "
        "Hasta la vista."
    ),
    minute="un minuto",
    minutes="{} minutos",
)
