"""German nouns that a model may write large although they stand nowhere in the material.

In German all nouns are written large, names among them. What is neither in the material nor among
these may be a name that a model made up, so the sentence is dropped: a good one too many at times.
"""

import re

from darasa_reflex.features.feedback.judging.locales import german_noun_list

_STEMS = (
    "abend ablauf abläufe absatz abschluss absicht abwägung aktion alarm alarme alternative "
    "alternativen anfang anfrage anfragen anlass ansatz ansätze anspruch anteil antwort antworten "
    "anzahl arbeit arbeiten art aufbau aufgabe aufgaben aufwand ausfall ausfälle ausgang aussage "
    "aussagen auswirkung bedarf beginn beispiel beispiele beispielen beleg belege belegen bericht "
    "berichte betrug beweis beweise bezug bild bilder blick budget chef chefin code daten "
    "datenbank detail details dienst dienste druck eindruck einsatz einstieg einzelheit ende "
    "erfolg erfolge ergebnis etappe fall fälle fällen feedback fehler fehlern folge folgen frage "
    "fragen freude frist fristen füllwort füllwörter füllwörtern gedanke gedanken gespräch "
    "gespräche grenze grenzen grund gründe gründen größe haltung handeln hilfe hinweis hinweise "
    "hintergrund idee ideen inhalt inhalte interesse interessen interview interviewer jahr jahre "
    "jahren kern kenntnis klasse kollege kollegen kollegin kolleginnen konflikt konflikte "
    "konsequenz kontext kontrolle kontrollen kosten kriterium kriterien kunde kunden kundin lage "
    "lehre lehren lernen leute leuten länge lösung lüge lücke lücken maß maßnahme maßnahmen "
    "meinung menge mensch menschen messung methode methoden minute minuten mitte moment momente "
    "monat monate motiv motive mühe muster nachfrage nachfragen nachteil nachteile nacht name "
    "namen nutzen ordnung ort patient patienten patientin patientinnen pause pausen person "
    "personen plan pläne preis problem probleme problemen produkt projekt projekte projekten "
    "prozess prozesse punkt punkte punkten rahmen rat raum regel regeln reihe reihenfolge risiko "
    "risiken rolle rollen rückblick rückmeldung sache sachen satz sätze sätzen schaden schicht "
    "schluss schritt schritte schritten schüler schülern schwerpunkt schwäche schwächen seite "
    "seiten sekunde sekunden server sicht sinn situation sorge sorgen sprache spur stand station "
    "stärke stärken stelle stellen stille störung stoff struktur stück stunde stunden system "
    "systeme tag tage tagen tat team teams technik techniken teil teile tempo termin termine test "
    "tests thema themen tiefe ton treffen übergabe übergaben überblick umfang umgang umsatz "
    "umstand umstände unterschied unterschiede ursache ursachen urteil verfahren vergleich "
    "verhalten verlauf verstoß versuch versuche verständnis vorfall vorfälle vorgang vorgehen "
    "vorgesetzte vorgesetzten vorschrift vorschriften vorteil vorteile wahl weg wege weise wert "
    "werte werkzeug werkzeuge widerspruch widersprüche wirkung wissen woche wochen wort worte "
    "worten wörter wörtern wunsch zahl zahlen zeit zeiten ziel ziele zielen zusammenhang zweck "
    "zweifel sie ihr ihre ihren ihrem ihrer ihres ihnen ich wir"
)
_ENDING = frozenset((*_STEMS.split(), *german_noun_list.ENDING.split()))
_KNOWN = _ENDING.union(german_noun_list.WHOLE.split())
# As cases and many plurals end; other plurals stand in the lists.
INFLECTED = ("", "s", "es", "e", "n", "en")
# Of a compound, "Datenbankausfall"; shorter ends are of names, too.
_LEAST_END, _LEAST_ENDING = 4, 8
# "Vattenfall", "Nobelpreis", "Alsergrund"; compounds of them stand in the lists.
_OF_NAMES = frozenset(("fall", "grund", "nacht", "preis", "sinn"))
_ENDS = tuple(noun for noun in _ENDING - _OF_NAMES if len(noun) >= _LEAST_END)
_ABSTRACT = re.compile(
    r"[a-zäöüß]+(?:ungs?|ungen|heit|heiten|keit|keiten|schaft|schaften|tionen|tion|nisse?[ns]?|nis|"
    r"tät|täten|ismus|ments?|turen|tur|ereien|erei|weise)"
)


def is_noun(word: str) -> bool:
    """Tell whether a word that is written large is a German noun of everyday use."""
    small = word.lower()
    if not word[1:].islower() or not small.isalpha():
        return False
    bare = {small.removesuffix(end) for end in INFLECTED}
    if not bare.isdisjoint(_KNOWN):
        return True
    if len(small) < _LEAST_ENDING:
        return False
    ends = small.endswith(_ENDS) or small.removesuffix("s").endswith(_ENDS)
    return ends or _ABSTRACT.fullmatch(small) is not None
