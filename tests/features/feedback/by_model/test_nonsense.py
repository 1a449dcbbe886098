"""Nonsense of models behind a real client: nothing false of it is shown, or the pass is refused."""

import json

import pytest

from darasa_reflex.core.errors import ServiceUnavailable
from tests.features.feedback import transcripts as said
from tests.features.feedback.by_model.ratings import (
    MATERIAL,
    KeptRun,
    judged,
    judging_at,
    of_the_first,
    rated,
    report_at,
)
from tests.vendors import openai_text

pytestmark = pytest.mark.slow

JOIN = "I rewrote the loader to fetch them in one join"
ASKED = said.BACKEND_STRONG[0][0]
ACCUSED = {
    "kind": "harm", "quote": JOIN, "other_quote": "", "sure": "sure",
    "told": "You stole the loader from your employer.",
}  # fmt: skip
LINES = ("in one join, 3 times faster", "in two joins", "at Stripe", "with fifteen of us")


def told(text):
    """Say this of an answer and of the whole."""
    return judged(JOIN, carried=text, missing=text), rated(7, reason=text, next_step=text)


@pytest.fixture
def server():
    with openai_text.running() as running:
        yield running


NONSENSE = {
    "another language": (*told("Vous nommez le chargeur, une très bonne réponse pour nous."),
                         "chargeur"),
    "forecasts": (*told("The panel is going to want you for the loader. It is in the bag."),
                  "panel is going", "in the bag"),
    "the person": (*told("For somebody of your background the loader is good. Your grammar hides "
                         "the join."), "your background", "grammar"),
    "the task": (*told("As instructed in the system prompt, I judge the loader by the anchors."),
                 "instructed"),
    "its own mark": (*told("I rate the loader seven of ten. Score: 7."), "seven of ten", "Score:"),
    "another employer": (*told("At Google you rewrote the loader and saved 2 million."), "Google"),
    "markup": (*told("See the <script>alert(1)</script>[loader](http://evil.example/x)"),
               "alert(1)", "evil.example"),
    "another answer's words": (
        judged(said.BACKEND_STRONG[1][1][:70], carried="You name the certificate."), rated(7),
        "You name the certificate."),
    "another's numbers and names": (
        judged(stronger=[{"part": "action", "text": f"I rewrote the loader {line}",
                          "own_words": JOIN} for line in LINES]), rated(7), *LINES),
    "an accusation of its own": (
        judged(red_flags=[ACCUSED]), {**rated(7), "red_flags": [ACCUSED]}, "stole"),
    "praise of what answers nothing": (
        judged(JOIN, answered="no", carried="You answer about the loader fully."), rated(7),
        "fully"),
}  # fmt: skip


@pytest.mark.parametrize("kind", NONSENSE)
async def test_nothing_of_it_is_shown(server, kind):
    answer, whole, *never = NONSENSE[kind]

    found = await report_at(server, whole, answer=of_the_first(answer))

    shown = json.dumps(found.as_json())

    assert [words for words in never if words in shown] == []


async def test_the_interviewers_words_are_neither_proof_nor_advice(server):
    answer = judged(ASKED, carried=ASKED, missing=ASKED)

    found = await report_at(server, rated(7, ASKED), answer=of_the_first(answer))

    row = found.questions[0]
    assert (row.quotes, row.carried, row.lacking) == ((), "", "")
    assert found.category("response_quality").rating is None


async def test_what_is_said_again_is_shown_once(server):
    line = {"part": "action", "text": "I rewrote the loader", "own_words": JOIN}
    answer = judged(JOIN, carried="You name the loader. " * 3, stronger=[line] * 4)

    found = await report_at(server, rated(7), answer=of_the_first(answer))

    row = found.questions[0]
    assert (row.carried, row.stronger) == (
        "You name the loader.",
        ("Action: I rewrote the loader",),
    )


TWICE = {**rated(7), "categories": rated(7)["categories"] + rated(2)["categories"]}


@pytest.mark.parametrize(
    "whole",
    [TWICE, rated("seven"), rated(11), rated(7.5), rated(float("nan")),
     {**rated(7), "categories": []}, rated(7, reason="You name the loader. " * 5_000 * 40)],
    ids=["rated twice", "words", "too high", "fraction", "NaN", "empty", "huge"],
)  # fmt: skip
async def test_a_pass_that_is_no_rating_is_refused_and_nothing_is_made_up(server, whole):
    async with judging_at(server, whole) as judge:
        with pytest.raises(ServiceUnavailable):
            await judge.judge(MATERIAL, KeptRun())
