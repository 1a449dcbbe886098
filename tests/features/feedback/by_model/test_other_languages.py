"""A German interview, judged by a scripted model: German words as they were said, no new figure."""

import unicodedata
from datetime import UTC, datetime

import pytest

from darasa_reflex.core.words.sentences import spoken_in
from darasa_reflex.features.answers import words
from darasa_reflex.features.feedback.material import Material
from darasa_reflex.features.feedback.reading.taken import Taken, as_json, as_markdown
from darasa_reflex.features.feedback.report.readable import whole
from darasa_reflex.features.feedback.report.report import Report
from darasa_reflex.features.interviews.questions.question_plan import QuestionPlan
from darasa_reflex.states.report.conversation import Conversation
from darasa_reflex.states.report.rows.report_rows import report_row
from tests.features.feedback import transcripts as said
from tests.features.feedback.by_model.ratings import judged, rated, report_at
from tests.features.feedback.transcripts import turns_of
from tests.vendors import openai_text

PAIRS = [
    (
        "Erzählen Sie mir von einem Ausfall, den Sie behoben haben.",
        "Am 3. März 2024 lief ein Zertifikat ab, und die Hälfte der Zahlungen blieb liegen. Das "
        "kostete 1.234,5 Euro Gebühren je Stunde, d. h. rund 30.000 € am Tag. Ich habe es z. B. "
        "für die Großkunden von Hand erneuert. Mein Chef sagte: „Das haben Sie großartig gelöst!“ "
        "Später schrieb ich einen Alarm, der 30 Tage vorher läutet.",
    ),
    (
        "Wie haben Sie jemandem geholfen?",
        "Eine Kollegin aus der Straße nebenan übernahm das Büro. Ich führte sie 2 Wochen lang "
        "durch die Übergaben, weil sie neu war, und danach schaffte sie 12,5 % mehr Fälle.",
    ),
    (
        "Wie würden Sie mit einer Störung umgehen?",
        "Zuerst prüfe ich, wen es trifft. Dann halte ich den Auslöser an und schreibe alle fünf "
        "Minuten, was ich weiß, weil sonst jeder einzeln nachfragt und niemand mehr arbeitet.",
    ),
]
FIRST = "die Hälfte der Zahlungen blieb liegen"
MATERIAL = Material(job=said.BACKEND, turns=tuple(turns_of(PAIRS, 400)), language="de")


@pytest.fixture(scope="module")
def server():
    with openai_text.running() as running:
        yield running


def passed(quote, reason):
    strength = {"quote": "schaffte sie 12,5 % mehr Fälle", "shows": "helps others", "turn": 3}
    return rated(7, FIRST) | {
        "categories": [
            row | {"claims": [{"quote": quote, "shows": "own action", "turn": 1}], "reason": reason}
            for row in rated(7, quote)["categories"]
        ],
        "strengths": [strength],
    }


@pytest.mark.slow
@pytest.mark.parametrize(
    ("quoted", "shown"),
    [
        ("die hälfte der zahlungen blieb liegen", "Am 3. März 2024 lief ein Zertifikat ab"),
        (unicodedata.normalize("NFD", "Das kostete 1.234,5 Euro Gebühren"), "h. rund 30.000 €"),
        ("Das kostete 1234,5 Euro Gebühren", "1.234,5 Euro Gebühren je Stunde"),
        ('Mein Chef sagte: "Das haben Sie grossartig gelöst!"', "„Das haben Sie großartig gelöst"),
        ("aus der Strasse nebenan übernahm das Büro", "aus der Straße nebenan"),
    ],
)  # fmt: skip
async def test_a_quote_is_found_however_the_model_spells_german(server, quoted, shown):
    found = await report_at(server, passed(quoted, "You say what you did."), material=MATERIAL)

    quote = found.category("communication_clarity").quotes[0]
    assert shown in quote.text
    assert quote.text in MATERIAL.turns[quote.turn].text
    assert quote.text == quote.text.strip()
    assert not quote.text.endswith(("d.", "z.", "3."))


@pytest.mark.slow
async def test_figures_are_those_of_the_answers_and_no_others(server):
    kept = "You give the fees as 1.234,5 Euro an hour."
    reason = f"{kept} You saved 5.000 Euro. You helped in 17 cases."

    found = await report_at(
        server, passed("Das kostete 1.234,5 Euro Gebühren", reason), material=MATERIAL
    )

    assert found.category("communication_clarity").reason == kept
    assert not {"5.000", "17"} & set(whole(found).split())


@pytest.mark.slow
async def test_a_report_is_taken_along_with_german_words_as_they_were_said(server):
    named = judged("Ich führte sie 2 Wochen lang", carried="You name the handovers.")

    found = await report_at(
        server, passed(FIRST, "You say what you did."), material=MATERIAL, answer=named
    )
    taken = Taken(
        by="Practice", job="Entwicklerin", held_at=datetime(2026, 11, 2, tzinfo=UTC), seconds=300,
        language="de", run=1, report=found, turns=MATERIAL.turns, plan=QuestionPlan(),
    )  # fmt: skip
    markdown, data = "\n".join(as_markdown(taken)), "".join(as_json(taken))

    best = found.top.strongest.quote
    assert best is not None
    assert "12,5 %" in best.text
    assert "What worked" in markdown
    for turn in MATERIAL.turns:
        if turn.is_candidate:
            assert turn.text.split(". ")[-1] in markdown.replace("**", "")
            assert turn.text in data.replace('\\"', '"')
    assert '"language": "de"' in data
    assert Report.of_json(found.as_json()) == found


@pytest.mark.slow
async def test_the_model_is_told_that_the_answers_are_german(server):
    await report_at(server, passed(FIRST, "You say what you did."), material=MATERIAL)

    assert all('"answers_in": "German"' in asked.text for asked in server.requests)


@pytest.mark.slow
async def test_a_model_writes_in_the_language_of_who_asks(server):
    told = "Sie nennen „ein Zertifikat“ und sagen, was Sie getan haben."
    bad = f"{told} Sie werden eingestellt. Sie haben bei Siemens gelernt."
    before = len(server.requests)
    with spoken_in("de"):
        found = await report_at(server, passed(FIRST, bad), material=MATERIAL)
    row = report_row(Report.of_json(found.as_json()), Conversation(turns=MATERIAL.turns))

    assert all("you write in German" in asked.system for asked in server.requests[before:])
    assert found.category("communication_clarity").reason == told
    assert found.language == "de"
    assert {one.language for one in row.categories if one.reason == told} == {"de"}
    assert row.label == "rated by a language model"


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Am 3. März war es so. Am 4. nicht.", 2),
        ("Im 3. Quartal stieg der Umsatz. Wir waren zu dritt.", 2),
        ("Das waren z. B. Großkunden, d. h. Banken. Gut.", 2),
        ("Ich sprach mit Dr. Özdemir. Er half.", 2),
        ("Er sagte: „Gut so!“ Dann ging er.", 2),
        ("I had 3. Then I had 4.", 2),
        ("We had plan B. Then it failed.", 2),
        ("No. I did it, e.g. by hand.", 2),
    ],
)
def test_a_full_stop_of_an_ordinal_or_abbreviation_ends_no_sentence(text, sentences):
    assert len(words.sentences(0, text)) == sentences
