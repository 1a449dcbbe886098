"""What a person does and sees: buttons, keys, typed answers, texts, levels."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.voice_room.app.room import Room, on
from tests.browser.voice_room.app.sounds import END, heard_as, said, tone

pytestmark = pytest.mark.browser

QUIET = """
navigator.mediaDevices.getUserMedia = async () =>
  new AudioContext().createMediaStreamDestination().stream
"""


@pytest.fixture(params=["", "/controlled"], ids=["free", "controlled"])
def any_field(request: pytest.FixtureRequest, used_page: Page, address: str) -> Iterator[Room]:
    """A room whose answer's field keeps its own text, and one where Python holds it."""
    with on(used_page, address + request.param) as room:
        yield room


def test_an_answer_is_typed_with_the_keyboard_alone(any_field: Room):
    room, page = any_field, any_field.page
    room.connect()

    page.keyboard.press("t")
    room.is_("typing", "true")
    expect(page.get_by_label("Answer")).to_be_focused()
    page.keyboard.type("First line")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("with m and t")
    page.keyboard.press("Enter")

    assert room.received("user_input")[0]["text"] == "First line\nwith m and t"
    expect(page.get_by_label("Answer")).to_have_value("")
    room.is_("muted", "false")
    page.keyboard.type("Second")
    room.press("Send")
    assert room.received("user_input", 2)[1]["text"] == "Second"


def test_a_typed_answer_is_kept_while_there_is_no_line(any_field: Room):
    room = any_field
    room.connect()
    room.close(1011)
    room.is_("status", "lost")
    answer = room.page.get_by_label("Answer")

    answer.fill("Do not lose me.")
    answer.press("Enter")
    room.press("Send")

    expect(answer).to_have_value("Do not lose me.")


def wishes(room: Room) -> list[str]:
    return [m["wish"] for m in room.told_so_far()["messages"] if m["type"] == "darasa_wish"]


def test_the_keys_of_the_call(room: Room):
    page, dialog = room.page, room.page.get_by_role("alertdialog")
    page.keyboard.press("m")  # nothing, before there is a call
    room.is_("muted", "false")
    room.connect()
    room.shows("state", "Listening to you")

    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("m")
    room.is_("muted", "true")
    page.keyboard.press("Space")
    room.is_("held", "true")
    room.received("pause_assistant_message")
    page.keyboard.press("Space")
    room.is_("held", "false")
    room.received("resume_assistant_message")
    page.keyboard.press("m")
    room.is_("muted", "false")

    page.keyboard.press("r")
    page.keyboard.press("s")
    room.press("Skip")
    assert [m["wish"] for m in room.received("darasa_wish", 3)] == ["repeat", "skip", "skip"]
    assert not [m for m in room.told_so_far()["messages"] if m["type"] == "user_input"]

    # It asks whether to end, and ends nothing.
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("e")
    expect(dialog).to_be_visible()
    page.keyboard.press("m")  # nothing, in a dialog
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    room.is_("muted", "false")
    room.press("End")
    page.keyboard.press("m")
    room.press("Stay")
    room.is_("muted", "false")
    room.is_("status", "connected")


def test_where_keys_are_none_of_the_call(room: Room):
    page, dialog = room.page, room.page.get_by_role("alertdialog")
    room.connect()

    # Space on a button presses the button only.
    page.get_by_role("button", name="Mute", exact=True).focus()
    page.keyboard.press("Space")
    room.is_("muted", "true")
    room.is_("held", "false")
    page.keyboard.press("Space")
    room.is_("muted", "false")

    # In a text field they are letters.
    page.get_by_label("Answer").fill("")
    page.get_by_label("Answer").press_sequentially("remust ")
    expect(page.get_by_label("Answer")).to_have_value("remust ")
    room.is_("muted", "false")
    room.is_("held", "false")
    expect(dialog).to_have_count(0)
    assert wishes(room) == []

    # Turned off, no key does anything.
    page.evaluate("document.querySelector('#room').dataset.keys = 'off'")
    page.evaluate("document.activeElement.blur()")
    for key in ("m", "Space", "r", "s", "t", "e"):
        page.keyboard.press(key)
    for name in ("muted", "held", "typing"):
        room.is_(name, "false")
    expect(dialog).to_have_count(0)
    assert wishes(room) == []


def test_typing_sends_silence_and_the_voice_comes_back(room: Room):
    room.is_("reading", "false")
    room.press("Read")  # captions are read aloud when that is chosen
    room.is_("reading", "true")
    room.connect()

    room.press("Type")
    room.is_("mic", "off")
    room.press("Type")

    room.is_("mic", "on")
    assert [m["muted"] for m in room.received("darasa_muted", 2)] == [True, False]


def test_mute_chosen_before_the_call_holds_in_it(room: Room):
    room.press("Mute")

    room.connect()

    assert room.received("darasa_muted")[0]["muted"] is True
    room.sounds(frames=10)
    assert not room.heard()["pcm"].any()


def test_who_has_the_word_is_shown(room: Room):
    room.page.evaluate(QUIET)
    room.connect()
    room.shows("state", "Waiting for you. Take your time.")

    room.send(heard_as("I work at Acme."))
    room.shows("state", "Thinking")
    room.send(*said("a", tone(0.5), number=3, of=6), END)
    room.shows("state", "Speaking")

    room.shows("question", "Question 3 of 6")
    pips = room.page.locator("[data-call-pips] i")
    expect(pips).to_have_class(["done", "done", "now", "", "", ""])
    room.shows("state", "Waiting for you. Take your time.")
    room.is_("interviewer", "waiting")


def test_the_question_is_shown_without_the_small_words_before_it(room: Room):
    room.connect()

    greeting, *sound = said("w", tone(0.1), number=0, of=6)
    room.send({**greeting, "darasa": {**greeting["darasa"], "question": "warm-up"}}, *sound, END)
    room.shows("question", "Warm-up, not counted")

    room.send(*said("a", tone(0.1), text="Thanks."))
    room.send(*said("b", tone(0.1), text="What did you change?", number=1, of=2), END)
    room.shows("asked", "What did you change?")
    room.send(*said("c", tone(0.1), text="So the join was slow, as you say."))
    room.send(*said("d", tone(0.1), text="How did you find that?", number=1, of=2), END)
    room.shows("asked", "So the join was slow, as you say. How did you find that?")

    # A new rendering does not take away what is written into the page.
    room.send(*said("e", tone(0.1), number=2, of=5), END)
    room.shows("question", "Question 2 of 5")
    room.page.evaluate(
        "for (const e of document.querySelectorAll('[data-call-text=question]')) e.textContent = ''"
    )
    room.page.evaluate("document.querySelector('[data-call=mute]').outerHTML += ''")
    room.shows("question", "Question 2 of 5")
    mute = room.page.get_by_role("button", name="Mute", exact=True)
    expect(mute).to_have_attribute("aria-pressed", "false")


def level(room: Room, side: str) -> float:
    return float(
        room.page.evaluate(
            f"document.querySelector('#levels').style.getPropertyValue('--level-{side}')"
        )
    )


def test_levels_follow_the_voices_and_send_no_events(room: Room):
    room.connect()
    room.until(lambda: level(room, "you"), lambda value: 0.3 < value <= 1)
    told = room.page.locator("#events li").count()

    room.press("Mute")
    room.send(*said("a", tone(1)))

    room.until(lambda: level(room, "interviewer"), lambda value: 0.3 < value <= 1)
    room.until(lambda: level(room, "you"), lambda value: value < 0.1)
    room.until(lambda: level(room, "interviewer"), lambda value: value < 0.1)
    room.told("turn")
    assert room.page.locator("#events li").count() == told + 1  # the interviewer's turn


def test_levels_move_in_steps_when_motion_is_to_be_reduced(room: Room):
    room.page.emulate_media(reduced_motion="reduce")
    room.connect()

    room.send(*said("a", tone(2, loud=0.05)))  # neither full nor empty: about 0.6

    value = room.until(lambda: level(room, "interviewer"), lambda value: value > 0.5)
    assert value == round(value, 1)


def test_a_wish_ends_a_moment_and_is_told_first_and_a_spoken_ready_ends_one(room: Room):
    room.connect()
    room.press("Moment")
    room.is_("held", "true")

    # No further message tells that the moment is over.
    room.send({**heard_as("I'm ready."), "darasa": {"resumed": True}})
    room.is_("held", "false")
    kinds = [m["type"] for m in room.told_so_far()["messages"]]
    assert "resume_assistant_message" not in kinds

    room.press("Moment")
    room.is_("held", "true")
    room.press("Repeat")
    room.is_("held", "false")
    room.received("resume_assistant_message")
    kinds = [m["type"] for m in room.told_so_far()["messages"] if m["type"] != "session_settings"]
    assert kinds[-3:] == ["pause_assistant_message", "darasa_wish", "resume_assistant_message"]


def left(room: Room) -> str:
    return room.page.locator('[data-call-text="left"]').inner_text()


def test_a_moment_shows_its_seconds_and_costs_no_time(room_with_a_clock: Room):
    room = room_with_a_clock
    room.start("Start with 62 s")
    room.is_("status", "connected")
    room.press("Moment")
    room.is_("held", "true")
    room.pass_time(2.5)
    held = room.page.locator('[data-call-text="held"]')
    expect(held).to_have_text(re.compile(r"^([2-9]|\d\d) s$"))
    before = left(room)
    room.pass_time(2.5)

    room.shows("left", before)
    room.press("Moment")
    room.shows("held", "")
    room.pass_time(1.5)
    room.until(lambda: left(room), before.__ne__)


UP = "Time is up. Finish your sentence."
# Every text that a place showed since then: one of them stands there for a second only.
_NOTE = """(name) => {
  window.shown = [];
  const note = ({ addedNodes }) => shown.push(...[...addedNodes].map((node) => node.textContent));
  new MutationObserver((changes) => changes.forEach(note)).observe(
    document.querySelector(`[data-call-text=${name}]`), { childList: true },
  );
}"""


def test_the_time_left_is_said_in_words(room_with_a_clock: Room):
    room = room_with_a_clock
    room.page.evaluate(_NOTE, "left")
    for begins, seconds, words, first, colour, warning in (
        ("600", 0, "10 min left", "calm", "calm", ""),
        ("121", 2.5, "1 min 59 s left", "calm", "amber", "Less than 2 minutes left."),
        ("62", 4.5, "58 s left", "amber", "red", "Less than 1 minute left."),
        ("2", 2.5, UP, "red", "up", UP),
    ):
        room.start(f"Start with {begins} s")
        room.is_("time", first)
        room.pass_time(seconds)

        room.until(lambda: room.page.evaluate("shown"), lambda shown, w=words: w in shown)
        room.is_("time", colour)
        room.shows("warning", warning)
        room.close(1000)
        room.is_("status", "ended")


def test_a_warning_stands_still_while_the_seconds_run(room_with_a_clock: Room):
    room = room_with_a_clock
    room.start("Start with 62 s")
    room.is_("time", "amber")
    room.pass_time(3)
    room.is_("time", "red")
    room.page.evaluate(_NOTE, "warning")
    before = left(room)

    room.pass_time(3)
    room.until(lambda: left(room), before.__ne__)

    assert room.page.evaluate("shown") == []
