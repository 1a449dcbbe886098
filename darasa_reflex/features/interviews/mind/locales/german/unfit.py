"""What an interviewer never says in German, and which words bring in nothing of their own."""

from darasa_reflex.features.interviews.mind.locales.standard import Standard
from darasa_reflex.features.interviews.questions.locales.private import PRIVATE

STANDARD = Standard.of(
    "de",
    PRIVATE["de"],
    neutral="""danke dank verstehe verstanden sehe okay notiert gehört hören sagen sagten gesagt
        erzählt erzählen schildern geschildert beschrieben beschreiben erwähnt nannten genannt
        haben hatten habe hatte sind waren wurde wurden werden also dann damit dabei daran dazu
        darum davon danach davor dafür daraus darüber diese dieser dieses diesem diesen jene
        welche welcher wenn wann weil dass über unter nach noch auch sehr mehr viel etwas ihre
        ihrem ihren ihrer ihnen sich eine einen einem einer eines frage antwort beispiel moment
        arbeit arbeiten gearbeitet schritt schritte teil teile lage situation zeit selbst eigene
        eigenen persönlich ergebnis ergebnisse wirkung zahl zahlen gemessen messen geändert
        änderte passiert geschah genau einzelnen rolle aufgabe beitrag gemacht getan machen""",
    of_questions="""entschieden entscheiden wählten gewählt überzeugt überzeugen reagiert
        reagieren gemerkt bemerkt gefunden gelernt geplant vorbereitet begonnen angefangen
        schwierig schwierigste schwer leicht wichtig wichtigste grund gründe sonst anders andere
        anderen nächste später früher heute wieder jemand alle team kollegen kolleginnen leitung
        sicher geprüft prüfen umgegangen vorgegangen gebracht gefühlt gedacht denken erklärt
        gezeigt brauchten gebraucht wollten geholfen meisten würden könnten möchten sollten
        konkret zuerst warum wieso welches gegen zwischen ohne statt dadurch bedeutet meinen
        gemeint woran womit wodurch darin kamen kommen ging gingen hätten hätte zunächst
        gerade zwei drei dort hier
        damals dabei immer meist eingesetzt genutzt benutzt verwendet wussten gewusst""",
    praising=r"toll\w*|großartig\w*|hervorragend\w*|ausgezeichnet\w*|super|klasse|perfekt\w*"
    r"|wunderbar\w*|fantastisch\w*|beeindruck\w+|bemerkenswert\w*|bewundern\w*|lob\w*"
    r"|gratul\w+|glückwunsch|gut gemacht|sehr gut|gute (?:antwort|frage|arbeit|idee)"
    r"|gutes beispiel|spannend\w*|interessant\w*|klug\w*|schlau\w*|gefällt mir|leider|schade"
    r"|enttäusch\w+|bewertung|punkte|genau richtig|(?:das|es) (?:ist|war) richtig"
    r"|nächste runde|zusage|absage|melden uns|chancen?|eingestellt|klingt (?:gut|nach)",
    judging=r"gut\w*|stark\w*|solide\w*|schwach\w*|schlecht\w*|besser\w*|beste[nrsm]?|schlimm\w*"
    r"|richtig\w*|falsch\w*|wertvoll\w*|überzeugend\w*|unklar\w*|vage|stolz|erfolgreich\w*"
    r"|effektiv\w*|zeigt|beweist|fehlt|versäumt|mangel\w*|pass(?:en|t)|geeignet\w*|eign\w+"
    r"|qualifiziert\w*|bestanden|ich (?!verstehe|sehe|höre|notiere|habe (?:gehört|notiert))\w+"
    r"|mein\w*|mich|mir",
    teaching=r"sollten sie|hätten sie (?:besser|lieber)|nächstes mal|versuchen sie|tipps?"
    r"|rat(?:e|schlag|schläge)?|empfehl\w+|im vorstellungsgespräch|achten sie darauf"
    r"|idealerweise|denken sie daran|stellenanzeige|ausschreibung|anzeige|die stelle (?:verlangt"
    r"|fordert|braucht|erfordert)",
    out_of_role=r"ich bin (?:ein|eine|ihr|ihre|kein|keine)|hier (?:ist|sind)|ki|sprachmodell"
    r"|assistent\w*|chatbot|anweisung\w*|prompts?|json|material|witz\w*|gedicht\w*"
    r"|gerne? helfe|bewerber\w*|kandidat\w*|wir|unser\w*|uns",
    asking=r"erzählen sie|beschreiben sie|schildern sie|nennen sie|erklären sie|geben sie|bitte"
    r"|(?:können|könnten|würden|wollen) sie|nächste frage|ich (?:möchte|würde|will)",
    two_at_once=r"(?:,|und|oder) (?:und |oder )?(?:was|wie|warum|wer|wann|wo|womit|woran"
    r"|welche\w*)",
    asks_openly=r"was|wie|wer|wem|wen|wessen|wann|wo|warum|wieso|weshalb|welche\w*|wo(?:r|durch|mit|von"
    r"|für|bei|zu|nach|her|hin)\w*|inwie\w*",
    refers_back=r"das|dies\w*|es|ihn|ihm|sie|er|dort|dann|damals|da\w+|dessen|deren",
    turned_to_them=r"sie|ihr\w*|ihnen|danke|das|dies\w*|okay|verstehe|verstanden",
    not_known=r"(?:nicht|nichts|kein\w*)\b.*\b(?:weiß|steht|sagt|stellenanzeige|ausschreibung)"
    r"|(?:stellenanzeige|ausschreibung)\b.*\b(?:nicht|nichts|kein\w*)",
)
