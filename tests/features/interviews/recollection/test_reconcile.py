"""What was heard live and what the engine kept, made one: nothing twice, nothing missing."""

from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from darasa_reflex.features.interviews.engines.history import RecalledTurn
from darasa_reflex.features.interviews.recollection.reconcile import Edits, LiveTurn, reconcile
from darasa_reflex.providers.interviewer.hume.rest.chat_events import recalled
from tests.vendors.hume.hume_events import message

pytestmark = pytest.mark.slow

TEXTS = ["Yes.", "Yes, I did.", "No.", "I worked at Acme for three years.", "And then?", "…"]
SAID = st.lists(
    st.tuples(st.sampled_from(["actor", "interviewer"]), st.sampled_from(TEXTS)), max_size=12
)


def live(*turns: tuple[str, str], at_ms=(), cut_off=()) -> list[LiveTurn]:
    times = dict(enumerate(at_ms))
    return [
        LiveTurn(
            id=UUID(int=i),
            speaker=speaker,
            text=text,
            at_ms=times.get(i, i * 1_000),
            cut_off=i in cut_off,
        )
        for i, (speaker, text) in enumerate(turns)
    ]


def kept(*turns: tuple[str, str]) -> list[RecalledTurn]:
    return [
        RecalledTurn(speaker=speaker, text=text, at_ms=i * 1_000, expressions={"Joy": 0.5})
        for i, (speaker, text) in enumerate(turns)
    ]


def applied(turns: list[LiveTurn], edits: Edits) -> list[LiveTurn]:
    """Make the edits, as the database would."""
    whole: list[LiveTurn] = []

    def follow(after):
        for one in edits.missing:
            if one.after == after:
                said = one.turn
                new = LiveTurn(id=uuid4(), speaker=said.speaker, text=said.text, at_ms=said.at_ms)
                whole.append(new)

    follow(None)
    for turn in turns:
        text = edits.completed.get(turn.id, turn.text)
        whole.append(LiveTurn(id=turn.id, speaker=turn.speaker, text=text, at_ms=turn.at_ms))
        follow(turn.id)
    return whole


def spoken(turns) -> list[tuple[str, str]]:
    return [(turn.speaker, turn.text) for turn in turns]


@given(said=SAID, data=st.data())
def test_whatever_is_lost_doubled_or_shuffled_the_transcript_is_what_was_said(said, data):
    arrived = data.draw(st.lists(st.booleans(), min_size=len(said), max_size=len(said)))
    heard = [turn for i, turn in enumerate(live(*said)) if arrived[i]]
    events = [message("c", i, *turn, 1_795_338_000_000 + i * 1_000) for i, turn in enumerate(said)]
    again = data.draw(st.lists(st.sampled_from(events))) if events else []
    events = data.draw(st.permutations([*events, *again]))
    history = recalled("USER_ENDED", events).turns

    whole = applied(heard, reconcile(heard, history))

    assert spoken(whole) == said
    assert {turn.id for turn in heard} <= {turn.id for turn in whole}
    assert reconcile(whole, history).missing == ()


@given(said=SAID, data=st.data())
def test_times_in_seconds_that_hide_the_order_add_nothing_twice(said, data):
    heard = live(*said)
    mixed = data.draw(st.permutations(kept(*said)))

    whole = applied(heard, reconcile(heard, mixed))

    assert spoken(whole) == said


LONG = [
    "I worked at Acme for three years and left last spring.",
    "What was the hardest bug that you met there?",
    "A clock that ran backwards, once a week, on one machine.",
    "How did you find out that it was the clock?",
    "By writing every time we read into a table and sorting it.",
    "Please tell me about your colleagues.",
    "We are five; two of us look after the servers.",
    "Would you like a moment to think?",
    "Yes.",
]


@given(said=st.permutations(LONG), data=st.data())
def test_turns_cut_lost_or_never_sent_leave_one_whole_transcript(said, data):
    """Applied a second time, nothing changes any more."""
    turns = [("actor" if i % 2 else "interviewer", text) for i, text in enumerate(said)]
    heard: list[tuple[str, str]] = []
    for speaker, text in turns:
        happened = data.draw(st.sampled_from(["kept", "lost", "cut", "typed besides"]))
        words = data.draw(st.integers(1, 8)) if happened == "cut" else 99
        if happened != "lost":
            heard.append((speaker, " ".join(text.split()[:words])))
        if happened == "typed besides":
            heard.append(("actor", f"unsent {len(heard)}"))
    shown, history = live(*heard), kept(*turns)

    whole = applied(shown, reconcile(shown, history))
    again = reconcile(whole, history)

    besides = [turn for turn in whole if turn.text.startswith("unsent")]
    assert len(whole) == len(turns) + len(besides)
    order = [turn for turn in whole if turn not in besides]
    for turn, (speaker, text) in zip(order, turns, strict=True):
        assert turn.speaker == speaker
        assert text.startswith(turn.text)
    assert [turn for turn in whole if turn in shown] == shown
    assert again.missing == ()


def test_a_barge_in_leaves_the_interviewers_words_as_they_were_shown():
    heard = live(("interviewer", "Tell me about"), ("actor", "Sorry, one moment."))

    edits = reconcile(
        heard, kept(("interviewer", "Tell me about your last job."), *spoken(heard)[1:])
    )

    assert spoken(applied(heard, edits)) == spoken(heard)


@pytest.mark.parametrize("shown", ["I worked at", "i worked at acne for th"])
def test_an_answer_that_the_line_cut_off_gets_its_end(shown):
    heard = live(("interviewer", "And?"), ("actor", shown), cut_off={1})
    whole = "I worked at Acme for three years."

    edits = reconcile(heard, kept(("interviewer", "And?"), ("actor", whole)))

    assert spoken(applied(heard, edits)) == [("interviewer", "And?"), ("actor", whole)]
    assert edits.matched[heard[1].id].expressions == {"Joy": 0.5}


def test_a_corrected_word_is_the_same_turn():
    heard = live(("actor", "I lead a team of five people in Nairobi."))

    edits = reconcile(heard, kept(("actor", "I led a team of five people in Nairobi.")))

    assert edits.missing == ()
    assert edits.completed == {}
    assert edits.matched


def test_another_speaker_with_the_same_words_is_another_turn():
    heard = live(("actor", "Thank you."))

    edits = reconcile(heard, kept(("actor", "Thank you."), ("interviewer", "Thank you.")))

    assert [one.turn.speaker for one in edits.missing] == ["interviewer"]


def test_of_two_equal_answers_the_one_nearest_in_time_is_the_one_heard():
    said = [("actor", "Yes."), ("interviewer", "And?"), ("actor", "Yes.")]

    edits = reconcile(live(said[2], at_ms=[2_000]), kept(*said))

    assert [one.after for one in edits.missing] == [None, None]


@pytest.mark.parametrize("pieces_are_live", [True, False])
def test_a_reply_told_sentence_by_sentence_is_not_told_twice(pieces_are_live):
    pieces = [("interviewer", text) for text in ("Thank you.", "Let us go on.", "Why Acme?")]
    whole = [("interviewer", "Thank you. Let us go on. Why Acme?")]
    shown, history = (pieces, whole) if pieces_are_live else (whole, pieces)
    answer = ("actor", "It is near.")

    edits = reconcile(live(*shown), kept(*history, answer))

    assert spoken(applied(live(*shown), edits)) == [*shown, answer]


def test_a_turn_the_engine_does_not_know_stays_where_its_time_puts_it():
    heard = live(("interviewer", "Hello."), ("actor", "I type this."), at_ms=[0, 500])

    edits = reconcile(heard, kept(("interviewer", "Hello."), ("actor", "And I say this.")))

    assert [text for _, text in spoken(applied(heard, edits))] == [
        "Hello.",
        "I type this.",
        "And I say this.",
    ]


def test_a_very_long_call_is_compared_all_the_same():
    said = [("actor", f"Answer {number}") for number in range(900)]
    lost = {3, 450, 899}
    heard = [turn for i, turn in enumerate(live(*said)) if i not in lost]

    assert spoken(applied(heard, reconcile(heard, kept(*said)))) == said
