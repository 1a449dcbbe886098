"""What a model may not say in German: see `judging.unfit`, whose rules these follow."""

import re

from darasa_reflex.features.answers import words

# Answers and what they are made of, as something that could be counted.
_TOLD = (
    r"(?:antwort(?:en)?|fragen?|beispiele?n?|mal(?:e|en)?|sätzen?|worten?|wörtern?|minuten?|"
    r"sekunden?|aussagen?|punkten?|geschichten?|pausen?|füllwörtern?|stellen|fällen?)\b"
)
_OF = r"(?:(?:von|der|dieser|diesen|ihrer|ihren|ihre|meiner|meinen|den)\s+)*(?:\w+\s+)?"
_AMOUNT = (
    r"(?:zwei|beide[nrs]?|alle[nrms]?|meisten|viele[nr]?|mehrere[nr]?|einige[nr]?|wenige[nr]?|"
    r"etliche[nr]?|manche[nr]?|(?:eine?|der|die) (?:handvoll|teil|großteil|rest|paar|reihe)|"
    r"ein(?:e[nrsm]?)? einzige[nrsm]?|nur eine?[nrms]?|halbe[nrs]?|hälfte)"
)
_EACH = r"(?:jede[nrsm]?|keine?[nrsm]?|kaum eine?[nrsm]?|irgendeine?[nrsm]?)"
COUNTED = re.compile(
    rf"\b{_AMOUNT}\s+{_OF}{_TOLD}|\b(?:drittel|viertel|fünftel|zehntel|dutzend)\b", re.IGNORECASE
)
# "Nennen Sie in jeder Antwort ein Beispiel" is advice, "Sie nennen in keiner Antwort" a count.
COUNTED_EACH = re.compile(rf"\b{_EACH}\s+{_OF}{_TOLD}", re.IGNORECASE)
ADVICE = re.compile(r"^\W*(?:[a-zäöü]+, )?[A-ZÄÖÜ]?[a-zäöüß]+n Sie\b")
AMOUNT_WORDS = re.compile(
    r"\b(?:unzählige?\w*|zahlreiche?\w*|immer|oft|öfters?|häufig\w*|selten\w*|meist(?:ens)?|"
    r"ständig\w*|dauernd|wiederholt\w*|mehrfach\w*|mehrmals|manchmal|jedes mal|immer wieder|"
    r"fast nie|kaum je|fortwährend|durchgehend|größtenteils|überwiegend)\b",
    re.IGNORECASE,
)
AGAINST_OTHERS = re.compile(
    r"\b(?:als (?:andere\w*|die meisten|der durchschnitt|üblich|viele|sonst)|"
    r"(?:über|unter)?durchschnitt\w*|im (?:schnitt|mittel)|im vergleich (?:zu|mit)|verglichen mit "
    r"(?:anderen|den)|(?:andere|viele|die meisten|starke|stärkere|bessere|schwächere|typische)\w* "
    r"(?:kandidat|bewerb|mitbewerb|person|leute|mensch)\w*|spitzen\w+|top\w*|elite\w*|"
    r"normalerweise)\b",
    re.IGNORECASE,
)
_WHO = (
    r"(?:recruiter\w*|personal(?:er|abteilung|chef)\w*|interviewer\w*|arbeitgeber\w*|firma|firmen|"
    r"unternehmen|chef\w*|sie|man)"
)
FORECAST = re.compile(
    r"\b(?:einstell(?:en|t|te|ten|ung)|eingestellt|anzustellen|einzustellen|zusagen?|absagen?|"
    r"(?:job|stellen)?angebot\w*|(?:stelle|job|rolle|position) (?:\w+ ){0,2}(?:bekomm|erhalt|"
    r"krieg|hab|sicher|verlier)\w*|(?:nächste|zweite|letzte|engere)\w* (?:runde|auswahl|wahl|"
    r"gespräch)|zweitgespräch\w*|chancen?|(?:un)?wahrscheinlich\w*|vermutlich|voraussichtlich|"
    r"garantier\w*|mit sicherheit|aussichten|erfolgsaussicht\w*|(?:un)?geeignet\w*|"
    r"(?:un)?qualifiziert\w*|eignung|eignen sie sich|sie eignen sich|bereit für (?:die|diese|den|"
    r"diesen|eine|das)|(?:gut|stark|schwach|ideal|perfekt|passend|schlecht|hervorragend|"
    r"ausgezeichnet|ernsthaft)\w* (?:kandidat|bewerb|besetzung|mitarbeiter|kraft|wahl|treffer)\w*|"
    r"sie passen|passen sie|durchfallen|durchgefallen|scheitern|bestehen (?:sie|würden|werden)|"
    r"disqualifizier\w*|aussortier\w*|in die engere|verhandeln sie (?:ihr|das|ein)\w* "
    r"(?:gehalt|angebot))\b"
    rf"|\b{_WHO} (?:wird|werden|würde|würden) (?:\w+ ){{0,6}}(?:lieben|mögen|ablehnen|nehmen|"
    r"einladen|überzeugt|beeindruckt|begeistert|vergessen|erinnern|aussuchen|auswählen|"
    r"bevorzugen|scheitern|schaffen|glänzen)\b"
    r"|\b(?:abgelehnt|genommen|eingeladen|angenommen) (?:werden|worden|wird|würden?)\b",
    re.IGNORECASE,
)
OF_THE_TASK = re.compile(
    r"\b(?:meine[nr]? (?:anweisung|anleitung|vorgabe)\w*|laut (?:anweisung|vorgabe|auftrag)\w*|"
    r"wie (?:angewiesen|verlangt|gefordert)|system-?prompt\w*|prompts?|als (?:ki|"
    r"sprachmodell|assistent\w*|künstliche intelligenz|bewerter\w*)|ich (?:wurde|bin|soll)\b)",
    re.IGNORECASE,
)
_TRAITS = (
    r"(?:jung|alt|älter|müde|krank|nervös|ängstlich|schüchtern|depressiv|gestresst|fremd|"
    r"ausländisch|behindert|gesund|schwanger|faul|arrogant|unehrlich|dumm|unhöflich|unreif|"
    r"egoistisch|narzisstisch|langweilig|unsicher|unfreundlich|verlogen|naiv|eingebildet|"
    r"intelligent|sympathisch|nett)\w*"
)
PERSONAL = re.compile(
    r"\b(?:akzent\w*|aussprache\w*|(?:nicht-?)?muttersprach\w*|erstsprache|dialekt\w*|mundart|"
    r"intonation|satzmelodie|stotter\w*|lispel\w*|nuschel\w*|sprachfehler|nationalität\w*|"
    r"ethni\w+|ausländer\w*|migrant\w*|migrations\w+|herkunft\w*|abstammung|attraktiv\w*|hübsch\w*|"
    r"gutaussehend\w*|aussehen|äußere[sn]?|übergewicht\w*|neurotisch\w*|autis\w+|adhs|zwangs\w+|"
    r"legasthen\w*|bipolar\w*|neurodiver\w*|introvertiert\w*|extrovertiert\w*|weiblich\w*|"
    r"männlich\w*|feminin\w*|maskulin\w*|blickkontakt|augenkontakt|körpersprache|mimik|gestik|"
    r"angststörung\w*|woher sie kommen|wo sie herkommen|rasse|hautfarbe)\b"
    r"|\bihre?[mnrs]?\s+(?:\w+\s+)?(?:alter|gesicht|körper|gesundheit|krankheit|behinderung|"
    r"religion|glaubens?|geschlecht|sexualität|land|kultur|kleidung|haare?n?|persönlichkeit|"
    r"charakter|grammatik|englisch|deutsch|sprachniveau|wortschatz|lächeln|outfit|gewicht|größe|"
    r"haut|zähne|bart|kopftuch|rollstuhl|schwangerschaft|familie|ehemann|ehefrau|mann|frau|"
    r"partner\w*|kinder\w*|erziehung)\b"
    r"|\bals\s+(?:\w+\s+)?(?:frau|mann|mutter|vater|eltern|mädchen|junge|muslim\w*|christ\w*|"
    r"jude|jüdin|flüchtling\w*|rentner\w*)\b"
    r"|\b(?:älter|jünger|alt|jung|weiblich|männlich|ausländisch|behindert)\w*\s+"
    r"(?:kandidat|bewerb)\w*"
    r"|\b(?:sie|sind|wirken|klingen|scheinen|erscheinen|kommen)(?:\s+\w+){0,4}\s+"
    rf"{_TRAITS}\b",
    re.IGNORECASE,
)
# What stands right behind these is what somebody is called, "Herr Kern"; behind others it may be
# what they were given: "Sie haben dem Kunden Hilfe angeboten".
CALLED = re.compile(r"\b(?:Herrn?|Frau|Doktor|Professor(?:in)?)\s+([A-ZÄÖÜ][\w+#.-]*[\w+#])")
# From three on, as in English.
NUMBER = re.compile(
    r"\b(?:drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|\w*zehn|"
    r"\w*(?:zwanzig|dreißig|dreissig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig)|"
    r"\w*hundert\w*|\w*tausend\w*|million\w*|milliarde\w*|prozent\w*|null|halb(?:e[nrs]?)?|"
    r"halbier\w*|hälften?|vierteln?|dritteln?|dutzende?\w*|verdoppel\w*|verdreifach\w*|doppel\w*|"
    r"(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn)(?:fach\w*|mal|malig\w*)|"
    r"mehrheit\w*|minderheit\w*)\b",
    re.IGNORECASE,
)
FUNCTION_WORDS = words.listed(
    "der die das den dem des ein eine einen einem einer und oder aber nicht auch nur noch sie ihr "
    "ihre ihren ihrem ihrer es ist sind war waren wird werden wurde haben hat hatte in im an am "
    "auf aus bei mit nach von vom vor zu zum zur für über unter durch ohne um als wie was wer wo "
    "wann warum danach zuerst erst dadurch dabei dafür davon daran schon sehr mehr jede jeder "
    "jedes ihnen diese dieser dieses kann können dass ob wenn weil damit so dann da hier sich man "
    "kein keine"
)
# Their full stops end no sentence.
ABBREVIATIONS = {
    "z. B.": "zum Beispiel",
    "z.B.": "zum Beispiel",
    "d. h.": "das heißt",
    "d.h.": "das heißt",
    "u. a.": "unter anderem",
    "u.a.": "unter anderem",
}
# Words that ask for something and tell nothing, in the gaps of an outline.
ASKING = frozenset(
    words.terms(
        "wie was welche welcher welches welchen wer wen wem wann wo warum weshalb wozu wodurch "
        "womit woran viel viele vielen lange oft weit groß klein ihr ihre ihren ihrem teil rolle "
        "ergebnis wirkung folge zahl zahlen prozent menge vorher nachher danach dann änderte "
        "geändert gemessen geprüft verglichen personen nutzer kunden team größe kosten zeit "
        "gespart name werkzeug werkzeuge grund entschieden entscheidung gelernt nächster nächste "
        "schritt schritte sonst genau kam heraus passierte geschah datum jahr monat woche tag tage "
        "tagen stunden minuten geld verloren gewonnen wäre wenn ob nicht alternative alternativen "
        "möglichkeiten andere anderen frist budget sie es man haben hat war waren wurde wurden "
        "daraus dabei davon damit das der die den dem ein eine in an mit von und oder"
    )
)
