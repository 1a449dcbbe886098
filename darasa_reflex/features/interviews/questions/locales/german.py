"""Questions that suit any job, in German: of a native speaker, in the formal address."""

from darasa_reflex.features.interviews.questions.wordings.wording import (
    LATER,
    SENIOR,
    Section,
    Template,
)

_COUNTS_NOT = "Zum Aufwärmen eine Frage, die nicht zählt:"

QUESTIONS: dict[Section, tuple[Template, ...]] = {
    "warm-up": (
        Template((f"{_COUNTS_NOT} Wie war Ihr Tag bisher?",), "Wie war Ihr Tag bisher?"),
        Template(
            (f"{_COUNTS_NOT} Womit waren Sie diese Woche beschäftigt?",),
            "Wie war Ihre Woche?",
        ),
        Template((f"{_COUNTS_NOT} Was haben Sie heute noch vor?",), "Was steht heute noch an?"),
    ),
    "introduction": (
        Template(
            (
                "Können Sie mir zu Beginn kurz etwas über sich erzählen?",
                "Würden Sie sich bitte in ein, zwei Minuten vorstellen?",
                "Beginnen wir mit Ihnen: Was machen Sie zurzeit, und wie kam es dazu?",
            ),
            "Wer sind Sie, und was machen Sie?",
        ),
        Template(
            (
                "Wie würden Sie Ihren bisherigen beruflichen Weg in ein, zwei Minuten beschreiben?",
                "Was sollte ich über Sie wissen, bevor wir über die Stelle sprechen?",
            ),
            "Was haben Sie bisher gemacht, in Kürze?",
        ),
    ),
    "background": (
        Template(
            (
                "Was reizt Sie an dieser Stelle?",
                "Warum haben Sie sich gerade für diese Stelle entschieden?",
            ),
            "Warum diese Stelle, in einem Satz?",
        ),
        Template(
            (
                "Was von dem, was Sie bisher gemacht haben, bereitet Sie am besten auf diese "
                "Stelle vor?",
                "Welche Ihrer bisherigen Aufgaben kommt dieser Stelle am nächsten?",
            ),
            "Welche Erfahrung passt am besten hierher?",
        ),
        Template(
            (
                "Was möchten Sie in dieser Stelle lernen?",
                "Wohin soll diese Stelle Sie in den nächsten zwei Jahren bringen?",
            ),
            "Was möchten Sie hier lernen?",
        ),
    ),
    "behavioural": (
        Template(
            (
                "Erzählen Sie von einer Aufgabe, auf die Sie stolz sind: Was haben Sie getan?",
                "Welche Arbeit der letzten Zeit ist Ihnen besonders gelungen, und wie?",
            ),
            "Was ist Ihnen besonders gelungen?",
        ),
        Template(
            (
                "Wann ist Ihnen bei der Arbeit ein Fehler unterlaufen, und was haben Sie dann "
                "getan?",
                "Erzählen Sie von etwas, das schiefgegangen ist: Wie sind Sie damit umgegangen?",
            ),
            "Was ist einmal schiefgegangen?",
        ),
        Template(
            (
                "Wann waren Sie mit jemandem im Team uneinig, und wie haben Sie das gelöst?",
                "Erzählen Sie von einer Meinungsverschiedenheit bei der Arbeit: Wie ging sie aus?",
            ),
            "Wie haben Sie einen Streit bei der Arbeit gelöst?",
        ),
        Template(
            (
                "Wann mussten Sie unter großem Zeitdruck arbeiten, und wie sind Sie vorgegangen?",
                "Erzählen Sie von einer Frist, die eng wurde: Was haben Sie getan?",
            ),
            "Wie sind Sie mit Zeitdruck umgegangen?",
        ),
        Template(
            (
                "Wann mussten Sie sich in etwas ganz Neues einarbeiten, und wie haben Sie das "
                "gemacht?",
                "Was haben Sie sich zuletzt für die Arbeit selbst beigebracht, und wie?",
            ),
            "Wie haben Sie etwas Neues gelernt?",
        ),
        Template(
            (
                "Wann haben Sie bei der Arbeit etwas verbessert, ohne dass Sie darum gebeten "
                "wurden?",
                "Welchen Ablauf haben Sie einmal verändert, und was kam dabei heraus?",
            ),
            "Was haben Sie von sich aus verbessert?",
        ),
        Template(
            (
                "Wann haben Sie eine Rückmeldung bekommen, die schwer anzunehmen war, und was "
                "haben Sie daraus gemacht?",
            ),
            "Welche Kritik hat Sie weitergebracht?",
        ),
        Template(
            (
                "Wann mussten Sie eine Entscheidung treffen, obwohl Ihnen Angaben fehlten?",
                "Welche schwierige Entscheidung haben Sie zuletzt getroffen, und wie?",
            ),
            "Wie haben Sie eine schwierige Entscheidung getroffen?",
            LATER,
        ),
        Template(
            (
                "Wann haben Sie andere angeleitet oder eingearbeitet, und worauf haben Sie "
                "geachtet?",
            ),
            "Wie haben Sie andere angeleitet?",
            SENIOR,
        ),
    ),
    "role": (
        Template(
            (
                "Woran erkennen Sie bei dieser Arbeit, dass Sie etwas gut gemacht haben?",
                "Woran würden Sie nach einem halben Jahr messen, ob Sie hier gut arbeiten?",
            ),
            "Woran messen Sie gute Arbeit?",
        ),
        Template(
            (
                "Was würden Sie in den ersten vier Wochen in dieser Stelle tun?",
                "Wie würden Sie Ihre ersten Tage in dieser Stelle angehen?",
            ),
            "Was tun Sie in den ersten Wochen?",
        ),
        Template(
            (
                "Was halten Sie an dieser Stelle für das Schwierigste, und wie würden Sie es "
                "angehen?",
            ),
            "Was ist hier das Schwierigste?",
        ),
        Template(
            (
                "Drei Aufgaben sind auf einmal dringend: Wie entscheiden Sie, womit Sie anfangen?",
                "Wie ordnen Sie Ihre Aufgaben, wenn alles zugleich kommt?",
            ),
            "Wie setzen Sie Prioritäten?",
        ),
        Template(
            (
                "Wie stellen Sie bei Ihrer Arbeit sicher, dass Ihnen keine Fehler durchgehen?",
                "Wie prüfen Sie Ihre eigene Arbeit, bevor Sie sie abgeben?",
            ),
            "Wie prüfen Sie Ihre Arbeit?",
        ),
        Template(
            (
                "Mit welchen Werkzeugen oder Verfahren arbeiten Sie am häufigsten, und wofür?",
                "Welches Werkzeug oder Verfahren möchten Sie bei Ihrer Arbeit nicht missen, und "
                "warum?",
            ),
            "Womit arbeiten Sie am häufigsten?",
        ),
        Template(
            (
                "Wie würden Sie jemandem ohne Vorkenntnisse den schwierigsten Teil Ihrer Arbeit "
                "erklären?",
            ),
            "Wie erklären Sie Ihre Arbeit einem Laien?",
        ),
        Template(
            (
                "Wie halten Sie Ihr Fachwissen auf dem neuesten Stand?",
                "Was hat sich in Ihrem Fach zuletzt verändert, und was bedeutet das für Sie?",
            ),
            "Wie bleiben Sie auf dem Laufenden?",
        ),
    ),
    "candidate": (
        Template(
            (
                "Welche Fragen haben Sie an mich?",
                "Was möchten Sie von mir noch wissen?",
                "Haben Sie Fragen zur Stelle?",
            ),
            "Haben Sie noch Fragen?",
        ),
    ),
    "close": (
        Template(
            (
                "Gibt es etwas, das Sie zum Schluss noch ergänzen möchten?",
                "Möchten Sie noch etwas sagen, wonach ich nicht gefragt habe?",
            ),
            "Möchten Sie noch etwas ergänzen?",
        ),
    ),
}
