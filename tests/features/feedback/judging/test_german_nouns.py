"""In German all nouns are written large: sentences are dropped for names, not for nouns."""

import pytest

from darasa_reflex.core.words.sentences import spoken_in
from darasa_reflex.features.answers import words
from darasa_reflex.features.feedback.judging import prose
from darasa_reflex.features.feedback.judging.locales.german_noun_list import ENDING, WHOLE
from darasa_reflex.features.feedback.judging.locales.german_nouns import is_noun

SAID = (
    "Ich arbeite seit sechs Jahren als Disponentin in einer Spedition in Kassel. Im letzten Winter "
    "fiel bei uns die Kühlung in einem Anhänger aus, und die Ladung war Impfstoff. Ich habe sofort "
    "den Fahrer angerufen, den Kunden informiert und einen zweiten Anhänger bestellt. Nach zwei "
    "Stunden war umgeladen, und keine Dose ging verloren. Mit einem Kollegen gab es Streit, weil "
    "er die Touren ohne Rücksprache geändert hatte. Wir haben vereinbart, dass Änderungen nur noch "
    "im Tourenplan stehen. Unsere Leerfahrten habe ich ausgewertet. Jede vierte Tour fuhr leer "
    "zurück. Mit Rückladungen sank das auf jede zehnte. Eine Frau vom Lager half mir."
)
FAITHFUL = """
Sie haben beim Kühlausfall zuerst den Fahrer angerufen und damit Ihre Entschlusskraft gezeigt.
Die Schilderung bleibt nachvollziehbar, weil Sie Anlass, Handgriffe und Ausgang nennen.
Ihr Umgang mit dem Kollegen zeigt Fingerspitzengefühl: Sie suchten das Zwiegespräch.
Sagen Sie dazu, wie Sie die Auswertung der Leerfahrten angelegt haben, mit welcher Kennzahl.
Die Rückladungen waren Ihre eigene Stellschraube, und die Wirkung belegen Sie.
Es fehlt ein Satz zur Nachbereitung: Was änderte sich an den Anhängern?
Beim Streit bleibt offen, welchen Beitrag Sie selbst zum Missverständnis geleistet haben.
Ihre Antwort wirkt durch den roten Faden und die knappe Erzählweise gut gegliedert.
Nennen Sie den Zeitdruck ausdrücklich, damit die Tragweite Ihrer Entscheidung deutlich wird.
Die Vereinbarung über den Tourenplan ist ein Ergebnis; schildern Sie die Reaktion der Belegschaft.
Dass Sie dem Kunden gleich Bescheid gegeben haben, erwähnen Sie nur knapp.
""".strip().split("\n")
INVENTED = """
Sie haben den Impfstoff von Biontech gerettet.
Mit Herrn Baumgartner haben Sie den Streit sachlich beigelegt.
Ihre Erfahrung bei Dachser macht die Antwort glaubwürdig.
Sie senkten die Leerfahrten um vierzig Prozent.
Innerhalb von 45 Minuten war die Ladung umgeladen.
Sie nutzten Transporeon, um Rückladungen zu finden.
In Fulda haben Sie den zweiten Anhänger bestellt.
Sie baten Frau Öztürk aus der Werkstatt um Hilfe.
Der Kunde Merck wurde von Ihnen sofort informiert.
Bei der Nordfracht GmbH trugen Sie die Verantwortung für die Touren.
Das Vorgehen haben Sie Frau Kern erklärt.
""".strip().split("\n")
# Firms, tools, people and places.
NAMES = (
    """
Vattenfall Volkswagen Rheinmetall Postbank Bertelsmann Rosenthal Lufthansa Nordfracht
Kaufland Commerzbank Rheinwerk Intersport Koelnmesse Stadtsparkasse Kohlhammerverlag
Terraform Kubernetes Transporeon Navision Salesforce Photoshop Shopware Sharepoint
Baumgartner Zimmermann Kaufmann Winkler Winter Sommer Kraft Freund Roman Ernst Wolfgang
Karlsruhe Wolfsburg Saarbrücken Iserlohn Zweibrücken Nobelpreis Watzmann Neumarkt Montevideo
Ruhrgebiet
""".strip()
    .replace("\n", " ")
    .split(" ")
)


def shown(text):
    known = frozenset((*words.terms(SAID), *words.words(SAID)))
    with spoken_in("de"):
        return prose.sifted(text, {}, [SAID], known).text


@pytest.mark.parametrize("text", FAITHFUL)
def test_a_rare_noun_drops_no_sentence(text):
    assert shown(text) == text


@pytest.mark.parametrize("text", INVENTED)
def test_a_name_or_a_number_of_the_models_own_does(text):
    assert shown(text) == ""


@pytest.mark.parametrize("name", NAMES)
def test_no_name_is_a_noun_of_everyday_use(name):
    assert not is_noun(name)


def test_compounds_and_cases_are_told_from_the_nouns_they_end_with():
    assert all(map(is_noun, ("Erfolgsfaktor", "Erfolgsfaktors", "Ansprechpartner", "Konzepts")))
    assert not any(map(is_noun, ("Nordland", "Erzgebirge", "IT", "iPhone", "Node")))


def test_each_word_stands_in_one_of_the_lists():
    both = [*ENDING.split(), *WHOLE.split()]

    assert len(both) == len(set(both))
    assert both == [word.lower() for word in both]
