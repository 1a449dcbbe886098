"""How it is told: what is a check, a stop or a change since, and what only sounds like it."""

import pytest

from darasa_reflex.features.answers.manner import Manner
from darasa_reflex.features.answers.parts import Part
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
        ("I look at the ledger before I call.", Manner.CARE),
        ("I see whether the lock turns.", Manner.CARE),
        ("He hadn't checked it, so I measured it.", Manner.CARE),
        ("We've had red tags on them now.", Manner.CHANGE),
        ("I don't swap a part now unless I saw it fail.", Manner.CHANGE),
        ("I wouldn't start with the labels again.", Manner.CHANGE),
        ("I put in the shelf instead of a second trolley.", Manner.CHOICE),
        ("I tape the tube to the jaw, not the bandage.", Manner.CHOICE),
        ("I ask first, and then I lift.", Manner.CHOICE),
        ("Usually it's common sense.", Manner.LOOSE),
        ("There's all sorts, and so on.", Manner.LOOSE),
        ("I backdated the sheet for the whole month.", Manner.HARM),
        ("I reported seventy, it was about thirty.", Manner.HARM),
        ("Two people reckon the date now, each alone.", Manner.CHANGE),
        ("I now touch the brakes with my foot.", Manner.CHANGE),
        ("It's now in a list that everybody sees.", Manner.CHANGE),
        ("I counted each crate.", Manner.EXACT),
        ("I only moved the potatoes.", Manner.EXACT),
        ("You just shout the name down the bay.", Manner.SHORTCUT),
        ("I didn't write it up.", Manner.NO_CARE),
        ("I don't ask, I just fit it.", Manner.NO_CARE),
        ("I didn't tell him about the leak.", Manner.NO_CARE),
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
        ("It was a slot nobody should have to work.", Manner.CHANGE),
        ("I don't ask leading questions.", Manner.NO_CARE),
        ("Don't check the lamp by hand, or you burn yourself.", Manner.NO_CARE),
        ("I just said that.", Manner.SHORTCUT),
        ("He was grey and everything said heart.", Manner.LOOSE),
        ("If we're not sure about the sauce, we leave it out.", Manner.HEDGE),
        ("I tested unique, not null and relationships.", Manner.PRIDE),
        ("I set the wheel alignment.", Manner.PRIDE),
        ("I sold it in seven weeks to the second bidder.", Manner.HARM),
        ("It was clear, like I said.", Manner.OPEN),
        ("I made a new one straight off.", Manner.OPEN),
        ("I try to be kind to them.", Manner.CARE),
        ("I look after the twins.", Manner.CARE),
        ("I work on it in the evening.", Manner.CARE),
        ("The plan didn't match the fence.", Manner.NO_CARE),
        ("They didn't ask for the money back.", Manner.NO_CARE),
        ("It opens with the master key.", Manner.ABSOLUTE),
        ("I write what I see, not what I think.", Manner.HEDGE),
        ("It took two hours end to end.", Manner.PRIDE),
        ("He knew of it, so it wasn't behind his back.", Manner.HARM),
        ("I charted it so the doctor could see when it changed.", Manner.HARM),
        ("He'd passed away, she said, so she couldn't ask him.", Manner.HARM),
        ("It is quiet there right now.", Manner.CHANGE),
        ("First on a ferry, and now at a small sailing school.", Manner.CHANGE),
        ("Four years of that, and now I want to drive.", Manner.CHANGE),
        ("I used to say guarantee for that one.", Manner.CHANGE),
        ("We stopped taking the lamb at noon.", Manner.CHANGE),
        ("Every box was full, and only mine was late.", Manner.EXACT),
        ("I worked on very many pipelines.", Manner.CARE),
        ("So, a secret, but I'll tell you.", Manner.OPEN),
        ("I thought somebody else told the owner.", Manner.OPEN),
        ("He came in just under the others.", Manner.SHORTCUT),
        ("She told us that other places guess.", Manner.SHORTCUT),
        ("It ran with one light and not a bother on it.", Manner.NO_CARE),
        ("I explained that the method did not tell her.", Manner.NO_CARE),
        ("He wanted the key for a room that wasn't his.", Manner.ABSOLUTE),
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


@pytest.mark.parametrize(
    "said",
    [
        "We've had one fake, the address had an rn instead of an m.",
        "I found a forged bill and rang the bank.",
        "I saw they had hidden it, and I wrote it up.",
        "I refused to fake the log.",
        "I clicked the link, and it was, uh, a macro.",
        "I told the customer it's fake and kept the note.",
        "I took the guard off to clean the blade, with the power locked out.",
        "I turned the alarm off after the drill and reset the panel.",
        "We keep a paper trail for every refund.",
        "The records dated back to nineteen eighty.",
        "I didn't tell the customer it was fixed until I'd tested it twice.",
        "I fixed it before anyone noticed.",
        "The inspector was coming on Monday, so I did the fridge log with him.",
        "I grabbed him by the harness before he fell.",
        "I shouted at the driver to stop.",
        "I moved her chair so that she could see the board.",
        "I covered up the wound and called the nurse.",
        "I told no one but the safeguarding lead.",
        "I restrained the dog on the table while the vet looked.",
        "I pretended to be a customer to test the checkout.",
    ],
)
def test_honest_work_is_not_called_hiding_faking_or_harming(said):
    assert Manner.HARM not in manners(said)


def test_a_known_greeting_is_small_talk_and_what_others_know_is_no_praise():
    assert read("Hi, I'm very well, thank you, I got the early train.").counted == ()
    assert len(read("I ask what they know that I don't.").counted) == 1


def test_a_sentence_that_joins_earlier_ones_adds_nothing():
    said = "The room was hot, so the butter melted. I put the trays in the freezer for an hour."
    again = "So the room was hot and the butter melted, and the trays were in the freezer an hour."

    assert len(read(f"{said} {again}").counted) == 2


def test_home_is_on_the_topic_where_own_reasons_are_asked_for():
    reader = Reader(("Deckhand", "Moor and load a car ferry."))
    said = [(0, "My brother and my daughter live here, and I want to be home at night.")]
    asked = ["Why do you want to work on ferries?"]

    assert reader.read(said, asked, personal=True).left_out == (None,)
    assert Reader(reader.job).read(said, asked).left_out != (None,)


@pytest.mark.parametrize("said", ["I bake them last.", "I fill in the form.", "I tie a tag on it."])
def test_any_verb_done_to_something_is_a_step(said):
    assert Part.STEP in read(said).parts


@pytest.mark.parametrize("said", ["I stay calm.", "I like the quiet.", "I know what it is like."])
def test_a_state_is_no_step(said):
    assert Part.STEP not in read(said).parts
