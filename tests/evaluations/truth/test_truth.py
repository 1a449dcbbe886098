"""What `make truth` prints, held: order between levels, and nothing raised by padding."""

import pytest

from darasa_reflex.features.job_infos import skills
from tests.evaluations.truth import corpus, measures, spoils
from tests.evaluations.truth.coach import scripts, transcript
from tests.machine.scheduling import first

SETS = corpus.sets()
EVERY = [one for interviews in SETS.values() for one in interviews]
# What was measured, less what chance may take: Spearman over about 27 interviews; over 20 it
# may take more.
LEAST_RANK, LEAST_ORDER, LEAST_OF_ONE = 0.70, 0.80, 0.60
FEW, LEAST_RANK_OF_FEW = 20, 0.60
MOST_ABSENT = 0.05
# Words in another order are not understood by rules, and a further answer may add a cue.
LEAKING = {"shuffled words", "weak answer after"}
PADDINGS = corpus.rows("paddings")
# Said once more in another interview, a repeat is none: it is a part of a better answer.
PADDED = [row for row in PADDINGS if isinstance(row["added"], str) and row["kind"] != "repeats"]
SPOILS = {**spoils.ADDED, **spoils.REPLACED}


@pytest.mark.slow
@pytest.mark.parametrize("name", SETS)
def test_bands_go_along_with_levels(name):
    bands = [measures.band(one) for one in SETS[name]]
    levels = [one.level for one in SETS[name]]

    least = LEAST_RANK if len(levels) > FEW else LEAST_RANK_OF_FEW
    assert measures.spearman(bands, levels) >= least
    assert measures.order_kept(bands, levels) >= LEAST_ORDER


@pytest.mark.slow
@pytest.mark.parametrize("key", measures.STEPPED)
def test_a_category_has_steps_only_where_they_hold_on_what_was_held_back(key):
    held_back = [one for name in corpus.HELD_BACK for one in SETS[f"{name} (held back)"]]
    found = [measures.steps(one.file)[key] for one in held_back]

    assert measures.spearman(found, [one.level for one in held_back]) >= LEAST_OF_ONE


@pytest.mark.slow
def test_nothing_is_praised_whoever_speaks():
    for one in EVERY[::3]:
        assert measures.praise_in(measures.report(one.file)) == [], one.name


@pytest.mark.slow
def test_misconduct_stands_below_honest_work():
    bad = [measures.band(one) for one in EVERY if "misconduct" in one.tags]
    good = [measures.band(one) for one in EVERY if one.level >= 4]

    assert sum(bad) / len(bad) < 0.5 * sum(good) / len(good)


@pytest.mark.parametrize("row", first(9, PADDINGS, (row["name"] for row in PADDINGS)))
def test_padding_raises_nothing(row):
    before, after = measures.steps(row["base_file"]), measures.steps(row["padded_file"])

    assert {key: step for key, step in after.items() if step > before[key]} == {}


@pytest.mark.slow
@pytest.mark.parametrize("kind", sorted({row["kind"] for row in PADDED}))
def test_padding_of_one_interview_raises_nothing_in_others(kind):
    added = {row["added"] for row in PADDED if row["kind"] == kind}
    raised = []
    for one in EVERY[::17]:
        before = measures.steps(one.file)
        for text in sorted(added):
            after = measures.steps(spoils.with_added(one.file, text))
            raised += [(one.name, text, key) for key in before if after[key] > before[key]]

    assert raised == []


@pytest.mark.slow
@pytest.mark.parametrize("spoil", sorted(SPOILS.keys() - LEAKING))
def test_what_makes_an_answer_no_better_raises_nothing(spoil):
    raised = []
    for script in (*scripts("seen")[:4], *scripts("held_out")[:4]):
        for level, answers in script.answers.items():
            before = measures.steps(script.transcript(level))
            spoilt = SPOILS[spoil](script, answers)
            after = measures.steps(transcript(script.job, script.questions, spoilt))
            raised += [(script.key, level, key) for key in before if after[key] > before[key]]

    assert raised == []


@pytest.mark.slow
def test_what_is_told_to_be_absent_is_absent():
    marked = corpus.rows("parts")
    found = [measures.found_parts(row["question"], row["answer"]) for row in marked]
    there = [
        (n, name)
        for n, row in enumerate(marked)
        for name, is_there in row["parts"].items()
        if is_there and name in measures.TOLD_ABSENT
    ]

    missed = [(marked[n]["answer"], name) for n, name in there if not found[n][name]]

    assert len(missed) <= MOST_ABSENT * len(there), missed


@pytest.mark.parametrize("row", corpus.rows("postings"), ids=lambda row: row["name"])
def test_nothing_is_read_from_a_posting_that_it_does_not_ask_for(row):
    joined = " | ".join(skills.read(row["text"])).lower()

    assert [words for words in row["must_not"] if words.lower() in joined] == []


def test_nearly_all_that_postings_ask_for_is_read():
    asked = [
        (skills.read(row["text"]), words)
        for row in corpus.rows("postings")
        for words in row["must"]
    ]

    missing = [words for chips, words in asked if words.lower() not in " | ".join(chips).lower()]

    assert len(missing) <= 0.1 * len(asked), missing
