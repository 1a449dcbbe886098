"""What a model writes in German is shown where it may be, and held against rules of German."""

import pytest

from darasa_reflex.core.words.sentences import spoken_in
from darasa_reflex.features.feedback.by_model import instructions, outline, voice
from darasa_reflex.features.feedback.by_model.shapes import Worded
from darasa_reflex.features.feedback.judging import prose
from darasa_reflex.features.feedback.judging.locales.german_nouns import is_noun
from tests.features.feedback import transcripts as said

KNOWN = frozenset(["postgresql", "redis", "kubernetes", "invoice", "callbacks", "python"])
OWN = ["I profiled it and it was often slow, four seconds"]
GOOD = """
Sie nennen klar, was Sie selbst getan haben: „I profiled it“.
Die Aussage kommt zuerst, danach die Begründung.
Nennen Sie in jeder Antwort ein Beispiel.
Es fehlt, woran Sie den Erfolg gemessen haben.
Ein Interviewer würde noch wissen wollen, wie Sie die Ursache gefunden haben.
Sagen Sie z. B. zuerst das Ergebnis.
Sie beschreiben den Ablauf Schritt für Schritt und begründen Ihre Entscheidung.
Beenden Sie die Antwort mit dem, was daraus wurde.
Erklären Sie, warum Sie PostgreSQL gewählt haben.
Der Datenbankausfall wird mit einer klaren Ursache erklärt.
Sie haben den Fehler selbst eingeräumt und sagen, was Sie seitdem anders machen.
Ihre Wortwahl ist klar.
Das war oft langsam, sagen Sie selbst: „it was often slow“.
Ihr Sprechtempo liegt bei {speech_rate}.
""".strip().split("\n")
BAD = """
Sie sprechen in drei Antworten davon.
Die meisten Ihrer Antworten sind lang.
In keiner Antwort nennen Sie Zahlen.
Etwa die Hälfte ist unklar.
In 2 Antworten fehlt der Grund.
Das hat zwanzig Minuten gedauert.
Sie wurden dreimal gefragt.
Sie haben das Tempo verdoppelt.
Sie sagen häufig dasselbe.
Sie werden eingestellt.
Ihre Chancen sind gut.
Sie passen gut zur Stelle.
Sie sind der ideale Kandidat.
Sie kommen in die nächste Runde.
Der Arbeitgeber wird davon begeistert sein.
Sie sind besser als andere Kandidaten.
Das liegt über dem Durchschnitt.
Ihre Aussprache ist undeutlich.
Sie wirken nervös.
Sie klingen sehr unsicher.
Als Frau haben Sie es schwer.
Ihr Englisch ist schwach.
Man merkt Ihre Herkunft.
Ich wurde gebeten, Sie zu bewerten.
Laut Anweisung darf ich das nicht sagen.
Sie haben bei Google gearbeitet.
Das war mit Terraform gelöst.
Sie haben bei Siemens gelernt, was zählt.
Wie Hans Müller sagte, war das gut.
Ihre Pausen dauern {pauses}.
Tu as bien répondu à cette question difficile.
You are nervous.
You will get the job.
""".strip().split("\n")
FACTS = {"speech_rate": "130 Wörter pro Minute"}


def shown(text):
    with spoken_in("de"):
        return prose.sifted(text, FACTS, OWN, KNOWN)


def test_plain_german_about_the_answers_is_shown():
    lost = [text for text in GOOD if shown(text).dropped]

    assert lost == []
    assert shown("Sagen Sie z. B. zuerst das Ergebnis.").text == (
        "Sagen Sie zum Beispiel zuerst das Ergebnis."
    )
    assert "130 Wörter pro Minute" in shown(GOOD[-1]).text


@pytest.mark.parametrize("text", BAD)
def test_what_may_not_be_said_is_not_said_in_german(text):
    assert shown(text).text == ""
    assert shown(f"Sie nennen den Grund. {text}").text == "Sie nennen den Grund."


def test_markup_goes_from_german_too():
    assert shown("**Sie nennen** den [Grund](https://example.org).").text == (
        "Sie nennen den Grund."
    )


def test_in_english_german_is_not_shown():
    assert prose.sifted(GOOD[1], {}).text == ""


def test_a_language_without_rules_is_not_written_in():
    with spoken_in("fr"):
        assert prose.writing() == "en"
        assert "write in English" in instructions.answer()


def test_the_model_is_told_what_to_write_in_and_how_to_speak_to_people():
    english = instructions.answer() + instructions.rating([]) + voice.task().instruction
    with spoken_in("de"):
        german = instructions.answer() + instructions.rating([]) + voice.task().instruction

    assert "in English." in english
    assert "German" not in english
    assert german.count("you write in German") == 2
    assert german.count('as "Sie"') == 2
    assert 'Begin the first with "Ihre Stimme klang"' in german


def test_a_voice_is_worded_in_german():
    with spoken_in("de"):
        assert voice.words_of(Worded(voice="Ihre Stimme klang ruhig und klar."))
        assert not voice.words_of(Worded(voice="Sie sprechen ruhig und klar."))


def test_gaps_of_an_outline_may_ask_in_german():
    turns = said.turns_of(said.BACKEND_STRONG, 400)
    line, own = "Renewed it by hand [wie viele Kunden?]", "I renewed it by hand within 20 minutes"

    with spoken_in("de"):
        assert outline.line_of(line, own, turns) == line
        assert outline.line_of("Renewed it by hand [wie toll?]", own, turns) is None
    assert outline.line_of(line, own, turns) is None


@pytest.mark.parametrize("word", ["Antwort", "Datenbankausfall", "Verantwortung", "Teams", "Ihnen"])
def test_nouns_of_everyday_use_are_no_names(word):
    assert is_noun(word)


@pytest.mark.parametrize("word", ["Notion", "Google", "Terraform", "Müller", "AWS", "McKinsey"])
def test_names_are_no_nouns_of_everyday_use(word):
    assert not is_noun(word)
