"""The same words are quoted once in a report, whoever judged; all that is quoted is whole."""

from collections import Counter

from darasa_reflex.features.answers import words
from darasa_reflex.features.feedback.judging.evidence import find
from darasa_reflex.features.feedback.judging.judge import AnswerRuling, Flag, Ruling, Verdict
from darasa_reflex.features.feedback.material import Material
from darasa_reflex.features.feedback.report.review import assemble, report_of
from tests.features.feedback import transcripts as said
from tests.features.feedback.transcripts import turns_of

TURNS = tuple(turns_of(said.BACKEND_STRONG, 400))
MATERIAL = Material(job=said.BACKEND, turns=TURNS)
KEYS = ("communication_clarity", "response_quality", "role_fit")


def quote_of(number):
    """Return the first sentence of an answer as a quote."""
    turn = [turn for turn in TURNS if turn.is_candidate][number]
    return find(words.sentences(turn.index, turn.text)[0].text, TURNS)


def quotes_in(report):
    found = [report.top.strongest.quote, *(point.quote for point in report.strengths)]
    found += [quote for row in report.categories for quote in row.quotes]
    for row in report.questions:
        found += [*row.quotes, *(part.quote for part in row.parts)]
        found += [quote for flag in row.flags for quote in flag.quotes]
    return [quote for quote in (*found, *(row.quote for row in report.coverage)) if quote]


def rated(quotes, answers=(), strengths=()):
    rulings = tuple(
        Ruling(key=key, rating=7, reason="You say it.", next_step="Go on.", quotes=quotes)
        for key in KEYS
    )
    verdict = Verdict(
        label="by a model", rulings=rulings, model="m", answers=answers, strengths=strengths
    )
    return assemble(MATERIAL, verdict, "gemini")


def test_a_counted_report_quotes_a_sentence_once_and_still_says_what_was_found():
    report = report_of(said.BACKEND, list(TURNS))

    times = Counter((quote.turn, quote.text) for quote in quotes_in(report))
    assert times
    assert max(times.values()) == 1
    unquoted = [p.name for row in report.questions for p in row.parts if p.quote is None]
    named = [name for row in report.questions for name in row.found]
    assert set(unquoted) & set(named)


def test_a_judge_that_proves_all_by_the_same_words_shows_them_once():
    same = quote_of(0)

    report = rated((same,), strengths=(("You did it.", same),))

    assert [quote.text for quote in quotes_in(report)].count(same.text) == 1
    assert report.top.strongest.quote
    reasons = [report.category(key).reason for key in KEYS]
    assert all("quoted in another place" in reason for reason in reasons)
    assert all(report.category(key).rating == 7 for key in KEYS)


def test_words_that_worry_are_no_proof_of_strength():
    flagged, other = quote_of(0), quote_of(1)
    turn = TURNS[flagged.turn - 1].index
    flag = Flag("harm", "This tells of harm.", (flagged,))

    report = rated(
        (other,),
        answers=(AnswerRuling(turn=turn, answered="yes", quotes=(flagged,), flags=(flag,)),),
        strengths=(("You hid it.", flagged), ("You checked.", other)),
    )

    assert report.top.strongest.text == "You checked."
    assert [quote.text for quote in quotes_in(report)].count(flagged.text) == 1
    assert report.questions[0].flags[0].quotes == (flagged,)
    assert report.removed_claims == 1
