"""What the interviewer says in German: formal, brief, and never about how good it was."""

from darasa_reflex.features.interviews.mind.locales.manner import Manner
from darasa_reflex.features.interviews.mind.locales.wording import Wording

_THANKS = ("Danke.", "Vielen Dank.", "Okay.", "Ich verstehe.", "In Ordnung.", "Verstanden.")
_GO_ON = ("Ich verstehe.", "Okay.", "In Ordnung.", "Verstanden.")
_NUDGES = ("Lassen Sie sich Zeit.", "Kein Grund zur Eile.", "Nehmen Sie sich ruhig Zeit.")
_NEUTRAL = Manner(
    greetings=(
        "Guten Tag{comma}, schön, dass Sie da sind.",
        "Guten Tag{comma}, danke, dass Sie sich Zeit nehmen.",
        "Guten Tag und willkommen{comma}.",
    ),
    thanks=_THANKS,
    go_on=_GO_ON,
    skipped=("Natürlich.", "Kein Problem.", "Gern."),
    accepted=("Das ist in Ordnung.", "Kein Problem.", "Das macht nichts."),
    nudges=_NUDGES,
    closing=("Danke für Ihre Zeit{comma}.", "Danke für das Gespräch{comma}."),
)
_FRIENDLY = Manner(
    greetings=(
        "Guten Tag{comma}, ich freue mich, Sie kennenzulernen.",
        "Guten Tag{comma}, ich habe mich auf das Gespräch gefreut.",
        "Guten Tag{comma}, machen Sie es sich bequem.",
    ),
    thanks=("Danke, dass Sie mir das erzählen.", "Danke dafür.", "Vielen Dank, ich verstehe."),
    go_on=("Danke, davon würde ich gern mehr hören.", "Ich verstehe, sprechen Sie weiter."),
    skipped=("Natürlich, gar kein Problem.", "Gern, wir lassen das aus.", "Natürlich."),
    accepted=("Das ist völlig in Ordnung.", "Gar kein Problem.", "Das geht allen einmal so."),
    nudges=_NUDGES,
    closing=("Herzlichen Dank für Ihre Zeit{comma}.", "Es hat mich gefreut{comma}."),
)
_STRICT = Manner(
    greetings=("Guten Tag{comma}.", "Guten Tag{comma}, fangen wir an."),
    thanks=("Notiert.", "In Ordnung.", "Verstanden."),
    go_on=("Notiert.", "Weiter.", "Das müssen Sie genauer sagen."),
    skipped=("Ausgelassen.", "Dann die nächste.", "Wie Sie möchten."),
    accepted=("Notiert.", "Dann die nächste."),
    nudges=("Ich warte auf Ihre Antwort.", "Bitte beginnen Sie, sobald Sie so weit sind."),
    closing=("Das war alles von mir{comma}.", "Wir sind fertig{comma}."),
)

GERMAN = Wording(
    code="de",
    manners={"friendly": _FRIENDLY, "neutral": _NEUTRAL, "strict": _STRICT},
    welcome_back=(
        "Willkommen zurück{comma}.",
        "Da sind Sie ja wieder{comma}.",
        "Schön, dass Sie wieder da sind{comma}.",
    ),
    for_company=(
        "Ich bin {who} und führe heute das Gespräch für {company}.",
        "Mein Name ist {who}, und ich stelle heute die Fragen für {company}.",
    ),
    by_name=(
        "Ich bin {who} und führe heute das Gespräch mit Ihnen.",
        "Mein Name ist {who}, und ich stelle Ihnen heute die Fragen.",
    ),
    who_i_am="Ich bin {who}, ein Computerprogramm, das Übungsgespräche führt.",
    of_course=("Natürlich.", "Gern.", "Selbstverständlich."),
    waiting=(
        "Natürlich, lassen Sie sich Zeit.",
        "Gern, nehmen Sie sich die Zeit.",
        "Kein Problem, ich warte.",
    ),
    ready=("Bitte.", "Sprechen Sie ruhig.", "Ich höre."),
    hearing_you="Guten Tag, ich höre Sie.",
    well="Guten Tag! Mir geht es gut, danke.",
    well_too="Mir geht es gut, danke.",
    offers=(
        "Ich kann die Frage wiederholen, oder wir überspringen sie; sagen Sie es einfach.",
        "Sagen Sie einfach „wiederholen“ oder „überspringen“, wenn Sie möchten.",
    ),
    buttons=(
        "Wenn Sie möchten, wiederhole ich die Frage mit dem Knopf {repeat}, mit {skip} lassen wir "
        "sie aus.",
        "Die Knöpfe {repeat} und {skip} sind für Sie da.",
    ),
    not_followed=(
        "Ich weiß nicht genau, was Sie möchten. Ich kann die Frage wiederholen, anders stellen, "
        "zur nächsten gehen oder hier aufhören. Oder sprechen Sie einfach weiter.",
        "Das habe ich nicht ganz verstanden. Soll ich die Frage wiederholen, anders stellen oder "
        "zur nächsten gehen? Sonst sprechen Sie einfach weiter.",
    ),
    other_words=("Mit anderen Worten:", "Anders gesagt:"),
    asked_this="Meine Frage war: {}",
    back_to="Zurück zu meiner Frage: {}",
    unheard=(
        "Das habe ich leider nicht verstanden. Bitte sagen Sie es noch einmal, oder tippen Sie es.",
        "Die Worte waren nicht zu erkennen. Bitte versuchen Sie es noch einmal, oder tippen Sie.",
        "Das kam nicht deutlich an. Bitte sagen Sie es noch einmal, oder tippen Sie es.",
    ),
    deaf="Ich kann Sie hier noch nicht hören, bitte tippen Sie Ihre Antworten.",
    hints=(
        "Die Frage steht auch auf Ihrer Seite, und Sie können sie jederzeit überspringen.",
        "Sie finden die Frage auch auf Ihrer Seite; sagen Sie „überspringen“, um sie auszulassen.",
    ),
    wide=(
        "Verstehen Sie es, wie Sie möchten; jedes Beispiel von Ihnen ist recht.",
        "Es ist keine Fangfrage; alles aus Ihrer eigenen Erfahrung ist recht.",
    ),
    back_to_it=(
        "Kommen wir zurück zum Gespräch.",
        "Ich möchte beim Gespräch bleiben.",
        "Kommen wir zurück zur Frage.",
    ),
    later=(
        "Das können Sie mich am Ende fragen.",
        "Für Ihre Fragen ist am Ende Zeit.",
    ),
    calm=(
        "Ich verstehe, dass das anstrengend sein kann.",
        "Ich merke, dass Sie damit nicht zufrieden sind.",
    ),
    please_carry_on=(
        "Bitte machen Sie dort weiter, wo wir aufgehört haben.",
        "Bitte fahren Sie mit Ihrer letzten Antwort fort.",
    ),
    let_us_move_on=("Gehen wir weiter.", "Das können wir auslassen.", "Lassen wir es dabei."),
    short_of_time=("Unsere Zeit ist fast um.", "Wir haben nicht mehr viel Zeit."),
    time_is_up="Unsere Zeit ist um.",
    stopping="Natürlich, wir können hier aufhören.",
    goodbye="Das war das Gespräch. Auf Wiedersehen.",
    turns={
        "introduction": (
            "Das war zum Aufwärmen; ab jetzt zählt es.",
            "Ab jetzt zählt es.",
        ),
        "behavioural": (
            "Jetzt eine Frage dazu, wie Sie arbeiten.",
            "Sprechen wir darüber, wie Sie arbeiten.",
        ),
        "role": ("Kommen wir zur Arbeit selbst.", "Nun zur Arbeit selbst."),
    },
    details=(
        "Können Sie mir darüber etwas mehr erzählen?",
        "Könnten Sie das etwas genauer schildern?",
        "Können Sie mir ein Beispiel geben?",
        "Wie sah das in der Praxis aus?",
        "Was würden Sie dazu noch ergänzen?",
        "Wie sind Sie dabei vorgegangen?",
        "Können Sie das noch etwas ausführen?",
    ),
    invitations=(
        "Haben Sie noch eine Frage?",
        "Was möchten Sie noch wissen?",
        "Möchten Sie noch etwas fragen?",
    ),
    saying="In der Stellenanzeige steht: „{}“.",
    no_more=("Mehr weiß ich dazu nicht.", "Darüber hinaus weiß ich nichts."),
    unknown=(
        "Das steht nicht in der Stellenanzeige, deshalb weiß ich es nicht.",
        "Dazu sagt die Stellenanzeige nichts, das kann ich Ihnen nicht sagen.",
    ),
    unread=("Das kann ich Ihnen nicht beantworten.", "Fragen Sie es bitte im echten Gespräch."),
    feedback=(
        "Während des Gesprächs bewerte ich nichts.",
        "Ihre Rückmeldung finden Sie auf der Seite danach.",
    ),
    facts={
        "answers": "Nehmen Sie sich die Zeit, die Sie brauchen; üblich sind ein, zwei Minuten.",
        "left": "Wir haben noch etwa {left}.",
        "length": "Insgesamt etwa {minutes}.",
        "questions": "Ich habe {of} Fragen vorbereitet, dazu die eine oder andere Nachfrage.",
        "feedback": "Ihre Rückmeldung finden Sie nach dem Gespräch auf der Seite.",
        "typing": "Sie können jede Antwort tippen oder sprechen, wie Sie möchten.",
        "started": "Wir haben schon begonnen, sprechen Sie ruhig.",
        "practice": "Dies ist eine Übung; niemand entscheidet danach etwas.",
    },
    still_there=(
        "Sind Sie noch da? Wenn ich nichts von Ihnen höre, beende ich gleich die Verbindung."
    ),
    last_minute="Wir haben noch etwa eine Minute.",
    farewell=(
        "Unsere Zeit ist um, deshalb muss ich hier aufhören. Vielen Dank für das Gespräch. "
        "Auf Wiedersehen."
    ),
    minute="eine Minute",
    minutes="{} Minuten",
)
