"""How it is told: what is a check, a stop or a change since, and what only sounds like it."""

import pytest

from darasa_reflex.features.answers.manner import Manner
from darasa_reflex.features.answers.reading import Reader, read


def manners(text):
    return set(read(text).manners)


@pytest.mark.parametrize(
    ("said", "manner"),
    [
        ("Find it, switch it off, lock it, check the tester.", Manner.CARE),
        ("I went back at noon and looked at the wound again.", Manner.CARE),
        ("I rang the owner before he found it himself.", Manner.OPEN),
        ("We stopped the line and pulled the last forty boxes.", Manner.STOP),
        ("Now I ask for the allergy before I touch the tray.", Manner.CHANGE),
        ("You just get a feel for it after a while.", Manner.GENERAL),
        ("I'm a strategic thinker and I believe in teamwork.", Manner.PRIDE),
        ("It went out like that and nobody ever complained.", Manner.UNSEEN),
        ("I backdated the sheet for the whole month.", Manner.HARM),
    ],
)
def test_a_manner_is_read_from_its_words(said, manner):
    assert manner in manners(said)


@pytest.mark.parametrize(
    ("said", "manner"),
    [
        ("We had an outage when payments were refused.", Manner.STOP),
        ("I was told about it on the Monday.", Manner.OPEN),
        ("I run it, tests and reviews are for the others.", Manner.CARE),
        ("I never checked the second box.", Manner.CARE),
        ("Until now I had no such case.", Manner.CHANGE),
        ("I sold it in seven weeks to the second bidder.", Manner.HARM),
        ("He knew of it, so it wasn't behind his back.", Manner.HARM),
        ("I charted it so the doctor could see when it changed.", Manner.HARM),
    ],
)
def test_what_only_sounds_like_a_manner_is_none(said, manner):
    assert manner not in manners(said)


@pytest.mark.parametrize(
    "said",
    [
        "I did her pressure every half hour till dinner.",
        "I sat with him at the table and ate my bread too.",
        "It was raining, so I put sand on the ramp and told the driver.",
    ],
)
def test_one_word_of_home_leads_nowhere(said):
    found = Reader(("Nurse", "Care for patients on a ward.")).read([(0, said)], ["What happened?"])

    assert found.left_out == (None,)


@pytest.mark.parametrize(
    "said",
    [
        "My brother won the lottery and I checked his ticket.",
        "At home I built a shed and painted the fence with my daughter.",
        "The owner told everybody that I check everything.",
        "How are you, is it cold with you as well?",
        "I check it like nobody else does.",
    ],
)
def test_padding_is_not_counted(said):
    assert read(said).counted == ()
