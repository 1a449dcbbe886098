"""Questions that suit any job, in Spanish: of a native speaker, in the formal address."""

from darasa_reflex.features.interviews.questions.wordings.wording import (
    LATER,
    SENIOR,
    Section,
    Template,
)

_COUNTS_NOT = "Para empezar, una pregunta que no cuenta:"

QUESTIONS: dict[Section, tuple[Template, ...]] = {
    "warm-up": (
        Template((f"{_COUNTS_NOT} ¿cómo le ha ido el día?",), "¿Qué tal el día?"),
        Template(
            (f"{_COUNTS_NOT} ¿a qué ha dedicado la semana?",),
            "¿Qué tal la semana?",
        ),
        Template((f"{_COUNTS_NOT} ¿qué planes tiene para hoy?",), "¿Qué le queda por hacer hoy?"),
    ),
    "introduction": (
        Template(
            (
                "¿Podría hablarme un poco de usted?",
                "¿Podría presentarse en uno o dos minutos?",
                "Empecemos por usted: ¿a qué se dedica ahora y cómo llegó hasta ahí?",
            ),
            "¿Quién es usted y a qué se dedica?",
        ),
        Template(
            (
                "¿Cómo resumiría su trayectoria profesional en uno o dos minutos?",
                "¿Qué debería saber de usted antes de que hablemos del puesto?",
            ),
            "En pocas palabras, ¿qué ha hecho hasta ahora?",
        ),
    ),
    "background": (
        Template(
            (
                "¿Qué le atrae de este puesto?",
                "¿Por qué ha decidido presentarse a este puesto?",
            ),
            "En una frase, ¿por qué este puesto?",
        ),
        Template(
            (
                "De lo que ha hecho hasta ahora, ¿qué le prepara mejor para este puesto?",
                "¿Cuál de sus trabajos anteriores se parece más a este puesto?",
            ),
            "¿Qué experiencia suya encaja mejor aquí?",
        ),
        Template(
            (
                "¿Qué le gustaría aprender en este puesto?",
                "¿Adónde quiere que le lleve este puesto en los próximos dos años?",
            ),
            "¿Qué le gustaría aprender aquí?",
        ),
    ),
    "behavioural": (
        Template(
            (
                "Hábleme de un trabajo que le diera satisfacción: ¿qué hizo usted?",
                "¿Qué trabajo reciente le salió especialmente bien, y cómo lo consiguió?",
            ),
            "¿Qué le salió especialmente bien?",
        ),
        Template(
            (
                "¿Cuándo cometió un error en el trabajo y qué hizo después?",
                "Hábleme de algo que salió mal: ¿cómo lo resolvió?",
            ),
            "¿Qué le salió mal alguna vez?",
        ),
        Template(
            (
                "¿Cuándo no estuvo de acuerdo con alguien de su equipo y cómo lo resolvieron?",
                "Hábleme de un desacuerdo en el trabajo: ¿cómo terminó?",
            ),
            "¿Cómo resolvió un desacuerdo en el trabajo?",
        ),
        Template(
            (
                "¿Cuándo tuvo que trabajar con muy poco tiempo y cómo se organizó?",
                "Hábleme de un plazo muy ajustado: ¿qué hizo usted?",
            ),
            "¿Cómo afrontó un plazo ajustado?",
        ),
        Template(
            (
                "¿Cuándo tuvo que aprender algo totalmente nuevo y cómo lo hizo?",
                "¿Qué ha aprendido últimamente por su cuenta para el trabajo, y cómo?",
            ),
            "¿Cómo aprendió algo nuevo?",
        ),
        Template(
            (
                "¿Cuándo mejoró algo en el trabajo sin que nadie se lo pidiera?",
                "¿Qué forma de trabajar cambió usted alguna vez y qué resultado dio?",
            ),
            "¿Qué mejoró por iniciativa propia?",
        ),
        Template(
            ("¿Cuándo recibió una crítica difícil de aceptar y qué hizo con ella?",),
            "¿Qué crítica le ayudó a avanzar?",
        ),
        Template(
            (
                "¿Cuándo tuvo que decidir algo sin tener todos los datos?",
                "¿Cuál ha sido su última decisión difícil y cómo la tomó?",
            ),
            "¿Cómo tomó una decisión difícil?",
            LATER,
        ),
        Template(
            ("¿Cuándo ha dirigido o formado a otras personas y en qué se fijó?",),
            "¿Cómo ha formado a otras personas?",
            SENIOR,
        ),
    ),
    "role": (
        Template(
            (
                "En este trabajo, ¿en qué nota que ha hecho algo bien?",
                "Dentro de seis meses, ¿cómo mediría si trabaja bien aquí?",
            ),
            "¿Cómo mide el buen trabajo?",
        ),
        Template(
            (
                "¿Qué haría en sus primeras cuatro semanas en este puesto?",
                "¿Cómo plantearía sus primeros días en este puesto?",
            ),
            "¿Qué haría las primeras semanas?",
        ),
        Template(
            ("¿Qué le parece lo más difícil de este puesto y cómo lo abordaría?",),
            "¿Qué es lo más difícil aquí?",
        ),
        Template(
            (
                "Tres tareas se vuelven urgentes a la vez: ¿cómo decide por cuál empezar?",
                "¿Cómo ordena sus tareas cuando todo llega al mismo tiempo?",
            ),
            "¿Cómo fija sus prioridades?",
        ),
        Template(
            (
                "¿Cómo se asegura de que no se le escape ningún error en su trabajo?",
                "¿Cómo revisa su propio trabajo antes de entregarlo?",
            ),
            "¿Cómo revisa su trabajo?",
        ),
        Template(
            (
                "¿Con qué herramientas o métodos trabaja más a menudo y para qué?",
                "¿De qué herramienta o método no prescindiría en su trabajo, y por qué?",
            ),
            "¿Con qué trabaja más a menudo?",
        ),
        Template(
            ("¿Cómo explicaría la parte más difícil de su trabajo a alguien que no lo conoce?",),
            "¿Cómo explicaría su trabajo a un profano?",
        ),
        Template(
            (
                "¿Cómo mantiene al día sus conocimientos?",
                "¿Qué ha cambiado últimamente en su especialidad y qué supone para usted?",
            ),
            "¿Cómo se mantiene al día?",
        ),
    ),
    "candidate": (
        Template(
            (
                "¿Qué preguntas tiene para mí?",
                "¿Qué más le gustaría saber?",
                "¿Tiene alguna pregunta sobre el puesto?",
            ),
            "¿Tiene alguna pregunta?",
        ),
    ),
    "close": (
        Template(
            (
                "Para terminar, ¿hay algo que quiera añadir?",
                "¿Quiere contarme algo que no le haya preguntado?",
            ),
            "¿Quiere añadir algo?",
        ),
    ),
}
