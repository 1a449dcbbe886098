"""An answer given again: kept for good, read by the report's rules, beside the first one."""

import pytest
from sqlmodel import func, select

from darasa_reflex.core.errors import InvalidInput, NotFound
from darasa_reflex.features.feedback.runs.models import Feedback
from darasa_reflex.features.interviews.models import Interview
from darasa_reflex.features.practice import comparison
from darasa_reflex.features.practice.models import Attempt
from darasa_reflex.features.practice.service import MOST_CHARACTERS, Attempts
from darasa_reflex.features.practice.telling import parts_of
from tests.features.feedback import transcripts as said
from tests.features.practice.held import backend_job, held, report_on, turn_ids

WHOLE = said.BACKEND_STRONG[1][1]


@pytest.fixture
def attempts(db, clock) -> Attempts:
    return Attempts(db, clock)


@pytest.fixture
def weak(db, clock, ada):
    """Ada's weak interview, and the turn that asked for an incident."""
    interview_id = held(db, backend_job(db, ada).id, said.BACKEND_WEAK, clock.now())
    return interview_id, turn_ids(db, interview_id)[2]


async def test_a_better_telling_is_kept_beside_the_first_and_counts_as_the_best(
    attempts, ada, weak, clock
):
    clock.seconds = 60
    assert await attempts.keep(ada, *weak, WHOLE) == 1
    seen = await attempts.read(ada, *weak)

    first, now = seen.tellings
    assert (first.number, now.number, seen.best, seen.many) == (0, 1, 1, 1)
    assert first.told.text == said.BACKEND_WEAK[1][1]
    assert now.at == clock.now()
    gained = comparison.gained(first.told.row, now.told.row)
    assert {"Your part", "Result"} <= set(gained)
    parts = next(one for one in comparison.figures(first.told, now.told, english=True))
    assert (parts.name, int(parts.before) < int(parts.now), parts.unit) == (
        "Parts found", True, "of 4"
    )  # fmt: skip


async def test_the_same_words_are_read_as_the_report_reads_them(db, attempts, ada, clock):
    # The last answer tells the first one's story once more, which counts for nothing new.
    pairs = [*said.BACKEND_STRONG[:2], (said.BACKEND_STRONG[2][0], said.BACKEND_STRONG[0][1])]
    interview_id = held(db, backend_job(db, ada).id, pairs, clock.now())
    report = db.run_here(lambda s: s.exec(select(Feedback.report)).one())

    for place, row in enumerate(report["questions"]):
        asked = turn_ids(db, interview_id)[row["turn"]]
        await attempts.keep(ada, interview_id, asked, pairs[place][1])
        seen = await attempts.read(ada, interview_id, asked)

        assert seen.question == row["question"]
        for telling in seen.tellings:
            assert list(telling.told.row.found) == row["found"]
            assert {k: list(v) for k, v in telling.told.row.said.items()} == row["said"]


async def test_the_outline_of_the_newest_report_is_the_hint(db, attempts, ada, weak):
    lines = ["Situation: Friday evening, on call.", "Result: [your number]"]

    def rewrite(session):
        run = session.exec(select(Feedback)).one()
        rows = [{**row, "stronger": lines * (row["turn"] == 2)} for row in run.report["questions"]]
        run.report = {**run.report, "questions": rows}
        session.add(run)
        report_on(session, weak[0], {**run.report, "questions": []}, run=0)

    before = await attempts.read(ada, *weak)
    db.run_here(rewrite)

    assert before.stronger == ()
    assert (await attempts.read(ada, *weak)).stronger == tuple(lines)


async def test_attempts_never_change_and_all_are_kept(db, attempts, ada, weak, clock):
    texts = [WHOLE, "I do not know.", f"{WHOLE} And I learned to ask first."]
    for text in texts:
        clock.seconds += 60
        await attempts.keep(ada, *weak, text)

    seen = await attempts.read(ada, *weak)
    kept = db.run_here(lambda s: s.exec(select(Attempt).order_by(Attempt.number)).all())

    assert [one.text for one in kept] == texts
    assert [one.number for one in kept] == [1, 2, 3]
    assert [one.number for one in seen.tellings] == [0, 3]
    assert seen.many == 3


async def test_one_that_is_sent_twice_is_kept_once(attempts, ada, weak):
    numbers = [await attempts.keep(ada, *weak, text) for text in (WHOLE, f" {WHOLE} ", "I did.")]

    assert numbers == [1, 1, 2]
    assert (await attempts.read(ada, *weak)).many == 2


async def test_the_person_chooses_which_one_counts(attempts, ada, weak):
    await attempts.keep(ada, *weak, WHOLE)
    await attempts.keep(ada, *weak, "I do not know.")
    before = await attempts.read(ada, *weak)

    await attempts.choose(ada, *weak, 0)
    after = await attempts.read(ada, *weak)

    assert (before.best, before.chosen) == (1, False)
    assert [one.number for one in before.tellings] == [0, 1, 2]
    assert (after.best, after.chosen) == (0, True)
    for wrong in (7, True, "1", None):
        with pytest.raises(NotFound):
            await attempts.choose(ada, *weak, wrong)


@pytest.mark.parametrize("text", ["", "  \n", "?!", None, 7, "word " * MOST_CHARACTERS])
async def test_what_is_no_answer_is_refused_beside_the_field(attempts, ada, weak, text):
    with pytest.raises(InvalidInput) as refused:
        await attempts.keep(ada, *weak, text)

    assert refused.value.field == "answer"
    assert (await attempts.read(ada, *weak)).many == 0


async def test_nobody_else_and_no_other_turn(db, attempts, ada, eve, weak, clock):
    interview_id, asked = weak
    await attempts.keep(ada, interview_id, asked, WHOLE)
    other = held(db, backend_job(db, eve).id, said.BACKEND_WEAK, clock.now())
    answer = turn_ids(db, interview_id)[3]

    for actor, interview, turn in (
        (eve, interview_id, asked),  # not hers
        (eve, other, asked),  # her interview, Ada's question
        (ada, interview_id, answer),  # no question
        (ada, interview_id, turn_ids(db, other)[2]),
    ):
        for act in (
            attempts.read(actor, interview, turn),
            attempts.keep(actor, interview, turn, WHOLE),
            attempts.choose(actor, interview, turn, 1),
        ):
            with pytest.raises(NotFound):
                await act
    with pytest.raises(NotFound):
        await attempts.answered_turns(eve, interview_id)
    assert db.run_here(lambda s: s.exec(select(func.count()).select_from(Attempt)).one()) == 1


async def test_an_attempt_is_no_interview_and_goes_with_its_own(db, attempts, ada, weak):
    await attempts.keep(ada, *weak, WHOLE)
    await attempts.choose(ada, *weak, 1)
    interviews = db.run_here(lambda s: s.exec(select(func.count()).select_from(Interview)).one())

    db.run_here(lambda session: session.delete(session.get_one(Interview, weak[0])))

    assert interviews == 1
    assert db.run_here(lambda s: s.exec(select(Attempt)).all()) == []


async def test_answers_in_another_language_are_compared_without_rules(db, attempts, ada, clock):
    pairs = [(said.BACKEND_WEAK[0][0], "Ich habe den Dienst schneller gemacht.")]
    interview_id = held(db, backend_job(db, ada).id, pairs, clock.now(), language="de")
    asked = turn_ids(db, interview_id)[0]
    await attempts.keep(ada, interview_id, asked, "Ich habe ihn zehnmal schneller gemacht.")

    seen = await attempts.read(ada, interview_id, asked)
    told = comparison.figures(seen.first.told, seen.newest.told, english=seen.english)

    assert not seen.english
    assert [one.name for one in told] == ["Length"]
    assert parts_of(seen.newest.told.row) is None


def test_new_words_are_marked_and_old_ones_are_not():
    pieces = comparison.pieces(
        "We rolled back the release.", "I rolled back the release, because people waited."
    )

    assert [(piece.text, piece.new) for piece in pieces] == [
        ("I", True),
        ("rolled back the release,", False),
        ("because people waited.", True),
    ]
