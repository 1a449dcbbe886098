"""A report is told in the language of whoever reads it, and keeps what people said."""

import json
import re
from dataclasses import asdict, replace
from datetime import UTC, datetime
from functools import cache

import pytest

from darasa_reflex.commands.score import Transcript, material_of
from darasa_reflex.core.words.sentences import spoken_in, texts_of
from darasa_reflex.core.words.stored import as_column, of_column, sentence
from darasa_reflex.features.feedback.found import answered
from darasa_reflex.features.feedback.judging.by_words import by_words
from darasa_reflex.features.feedback.judging.evidence import Quote
from darasa_reflex.features.feedback.judging.judge import AnswerRuling, Flag, Ruling, Shown, Verdict
from darasa_reflex.features.feedback.judging.rubric import OVERALL, RUBRIC
from darasa_reflex.features.feedback.material import Material
from darasa_reflex.features.feedback.reading.taken import Comment, Taken, as_markdown
from darasa_reflex.features.feedback.report.category import LEADS
from darasa_reflex.features.feedback.report.readable import whole
from darasa_reflex.features.feedback.report.report import Report
from darasa_reflex.features.feedback.report.review import assemble
from darasa_reflex.features.interviews.questions.question_plan import QuestionPlan
from darasa_reflex.states.report.conversation import Conversation
from darasa_reflex.states.report.rows.report_rows import report_row
from tests.evaluations.truth import corpus
from tests.features.feedback import transcripts as said
from tests.fixtures.pseudo_language import outside_brackets, pseudo_language

SPOKEN = said.turns_of(said.BACKEND_STRONG, 400)
KINDS = {
    "strong": SPOKEN,
    "weak": said.turns_of(said.BACKEND_WEAK, 400),
    "typed": [replace(turn, from_text=turn.is_candidate) for turn in SPOKEN],
    "rough": [replace(turn, rough=turn.is_candidate) for turn in SPOKEN],
    "cut off": [replace(turn, cut_off=turn.index == 3) for turn in SPOKEN],
    "two sentences": said.turns_of(
        [(said.BACKEND_STRONG[0][0], "I made it faster. It took me a week.")], 400
    ),
}
# What a row holds besides words: ids, places on a drawing, codes of languages.
_NO_WORDS = {
    "key", "number", "turn", "again", "address", "x", "y", "width", "height", "low", "place",
    "usual", "usual_width", "kind", "state", "speaker", "language", "told_in", "spoken_in", "at",
    "asks", "lasts", "sound", "anchor", "count", "level", "plain", "question",
}  # fmt: skip


def material(kind):
    return Material(job=said.BACKEND, turns=tuple(KINDS[kind]), candidate="Ada")


@cache
def counted(kind):
    """The report of rules as it is stored."""
    one = material(kind)
    return json.dumps(assemble(one, by_words(one), "local").as_json())


@cache
def rated(language="en"):
    """The report of a model as it is stored, with all that one can say."""
    one = material("strong")
    own = Quote(
        1, "I profiled it and saw that each line item fired its own PostgreSQL query.", None
    )
    other = replace(own, turn=5, text="I paired with her on three releases")
    third = replace(own, turn=3, text="I wrote an alert that fires 30 days before expiry")
    rulings = [
        Ruling(
            key=row.key, rating=7, reason="PROSE", next_step="PROSE", quotes=(own,), spread=(6, 8)
        )
        for row in RUBRIC
        if row.key != OVERALL
    ]
    rulings[0] = replace(rulings[0], rating=None, unsure=True, quotes=(other,))
    answer = AnswerRuling(
        turn=0, answered="partly", carried="PROSE", missing="PROSE", quotes=(own,),
        flags=(Flag("harm", "PROSE", (other,)),), shown=(Shown("PostgreSQL", False, own),),
        stronger=("PROSE",),
    )  # fmt: skip
    verdict = Verdict(
        label="by a language model", rulings=tuple(rulings), strengths=(("PROSE", third),),
        improvements=("PROSE",), passes=3, removed=2, model="MODEL", prompt_version="1",
        voice="PROSE", answers=(answer,), language=language,
    )  # fmt: skip
    return json.dumps(assemble(one, verdict, "MODEL").as_json())


STORED = {**{kind: lambda kind=kind: counted(kind) for kind in KINDS}, "rated": rated}


def read_back(kind):
    return Report.of_json(json.loads(STORED[kind]()))


def page(kind):
    turns = tuple(KINDS.get(kind, SPOKEN))
    return report_row(read_back(kind), Conversation(turns=turns))


def markdown(kind):
    turns = tuple(KINDS.get(kind, SPOKEN))
    comments = {0: [Comment("WRITER", "PROSE", datetime(2026, 11, 1, tzinfo=UTC))]}
    taken = Taken(
        by="SERVER", job="JOB", held_at=datetime(2026, 11, 1, tzinfo=UTC), seconds=600,
        language="en", run=1, report=read_back(kind), turns=turns, plan=QuestionPlan(),
        comments=comments,
    )  # fmt: skip
    return "\n".join(as_markdown(taken))


def words_in(value, name=""):
    """Yield all texts of a row that hold words."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in _NO_WORDS:
                yield from words_in(inner, key)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from words_in(inner, name)
    elif isinstance(value, str):
        yield value


OF_PEOPLE = "\n".join(
    [
        *(turn.text for turns in KINDS.values() for turn in turns),
        *said.BACKEND.requirements, "PROSE", "MODEL", "SERVER", "JOB", "WRITER", "MODEL, PROSE",
    ]
).lower()  # fmt: skip


def unmarked(text):
    """Pieces of a text that no catalogue was asked for, and that nobody said."""
    bare = re.sub(r"\\(.)|[*>_#]", r"\1", outside_brackets(text))
    pieces = re.split(r"[\n,;:·()\u00d7\u2013-]|\d+|(?<=[.!?])\s", bare)
    return [one.strip(" .") for one in pieces if one.strip(" .").lower() not in OF_PEOPLE]


# A drawing of the whole takes its time; the others hold no sentence that these do not.
SOME = [
    pytest.param(kind, marks=() if kind in {"weak", "rated"} else pytest.mark.slow)
    for kind in STORED
]


@pytest.mark.parametrize("kind", SOME)
def test_every_sentence_of_a_report_is_looked_up(kind, monkeypatch):
    with pseudo_language(monkeypatch):
        texts = [*words_in(asdict(page(kind))), *markdown(kind).split("\n"), whole(read_back(kind))]

    assert {one for text in texts for one in unmarked(text)} == set()
    assert sum("⟦" in text for text in texts) > 20


@pytest.mark.parametrize("kind", SOME)
def test_what_was_stored_in_english_reads_german_and_english_again(kind):
    english = (page(kind), markdown(kind), read_back(kind))
    with spoken_in("de"):
        german = (page(kind), markdown(kind), read_back(kind))
    again = (page(kind), markdown(kind), read_back(kind))

    assert again == english
    assert all(one != other for one, other in zip(german, english, strict=True))
    assert not {" the ", " and ", " of "} & {
        word for text in words_in(asdict(german[0].delivery)) for word in re.findall(r" \w+ ", text)
    }


def test_a_report_of_before_reads_as_it_did():
    stored = read_back("weak").as_json()
    del stored["language"], stored["top"]["named"]

    with spoken_in("de"):
        found = Report.of_json(stored)
        row = report_row(found, Conversation(turns=tuple(KINDS["weak"])))

    assert found.top.gap == "Why: our word rules found none in answers 1, 2 and 3."
    assert [way.text for way in row.missing.ways] == ["Antwort 1", "Antwort 2", "Antwort 3"]
    assert row.missing.language == "en"
    assert report_row(found).missing.text == row.missing.text


def test_lines_lead_to_the_answers_they_name_in_every_language():
    english = page("weak")
    with spoken_in("de"):
        german = page("weak")

    def ways(row):
        return [[way.address for way in head.ways] for head in (row.worked, row.missing)]

    assert ways(german) == ways(english)
    assert german.missing.text.endswith("den Antworten 1, 2 und 3 nichts dazu gefunden.")
    assert german.missing.language == "de"


def test_words_of_a_model_are_marked_where_they_differ_from_the_readers():
    stored = json.loads(rated("de"))
    row = report_row(Report.of_json(stored), Conversation(turns=tuple(SPOKEN)))

    assert {one.language for one in row.categories if one.reason == "PROSE"} == {"de"}
    assert {one.told_in for one in row.answers} == {row.language} == {"de"}
    assert row.answers[0].spoken_in == "en"
    assert row.worked.language == row.missing.language == "de"


def test_the_words_before_a_reason_are_the_same_in_every_language():
    german = texts_of("de")
    for lead in LEADS:
        begun = [one for one in german if one.startswith(lead)]
        assert len(begun) > 1
        assert [one for one in begun if not german[one][0].startswith(german[lead][0])] == []


def test_a_step_is_read_in_the_language_of_who_waits():
    step = as_column(sentence("Reading answer {number} of {many}", number=12, many=14), 100)

    assert len(step) <= 100
    with spoken_in("de"):
        assert of_column(step) == "Antwort 12 von 14 wird gelesen"
    assert of_column(step) == "Reading answer 12 of 14"
    assert of_column("Rating") == "Rating"
    assert as_column(sentence("Sign in {x}", x="y" * 100), 100) == "Sign in " + "y" * 100


def role_fit(file):
    """What the category says of the terms of the job, and what its list says."""
    one = material_of(Transcript.model_validate(file))
    answers = answered.read(one)
    report = assemble(one, by_words(one, answers), "local", answers).told()
    counts = report.category("role_fit").counts
    chips = [group for group in report_row(report).requirements if group.state == "shown"]
    return counts, sum(int(group.count) for group in chips)


def disagreeing(interviews):
    """Interviews in which the two say different things, and how many terms were named in all."""
    found = [(one.name, *role_fit(one.file)) for one in interviews]
    told = [row for row in found if row[1].get("terms of the job")]
    apart = [row for row in told if row[1]["named by you"] != row[2]]
    return apart, sum(chips for *_, chips in told)


def test_terms_are_counted_alike_in_the_sentence_and_in_the_list():
    # One names a term in two words, the other where nothing counts.
    odd = {"product_manager_buzz", "analyst2 weak", "analyst2 strong"}
    written = [one for interviews in corpus.sets().values() for one in interviews]

    apart, named = disagreeing([one for one in written if one.name in odd])
    assert apart == []
    assert named


@pytest.mark.slow
@pytest.mark.parametrize("name", corpus.sets())
def test_terms_are_counted_alike_in_every_written_interview(name):
    assert disagreeing(corpus.sets()[name])[0] == []
