"""Answers that are not kept yet: shown, and sent again until the server tells them back."""

import pytest

from tests.browser.voice_room.app.room import Room
from tests.browser.voice_room.app.sounds import heard_as, said, tone

pytestmark = pytest.mark.browser

SIGN = {"type": "session_settings", "darasa": {"alive": True}}
NOT_KEPT = "Your last answer was not kept: our database is full. Please try again in a moment."


def refused(words: str) -> dict:
    """As the server gives back what it could not keep, before it closes the line."""
    offer = {"retryable": True, "not_kept": words}
    return {
        "type": "error", "code": "E0700", "slug": "notkept", "message": NOT_KEPT, "darasa": offer
    }  # fmt: skip


def echo(of: dict) -> dict:
    return {**heard_as(of["text"]), "from_text": True, "darasa": of["darasa"]}


def type_answer(room: Room, text: str) -> dict:
    """Type an answer; return it as the server got it."""
    room.page.get_by_label("Answer").fill(text)
    room.press("Send")
    return room.received("user_input")[-1]


def test_a_typed_answer_is_sent_until_it_is_told_back(room: Room):
    room.connect()
    first = type_answer(room, "I led the move.")
    room.shows("unsent", "Sending… I led the move.")

    room.close(1011)
    room.shows("unsent", "Not sent yet, it will be sent when the line is back: I led the move.")
    room.connect()
    (again,) = room.received("user_input")
    room.send(echo(again))
    room.shows("unsent", "")
    room.close(1011)
    room.is_("status", "lost")
    room.connect()
    type_answer(room, "It is done.")

    assert again == first
    assert [m["text"] for m in room.received("user_input")] == ["It is done."]


def test_a_spoken_answer_that_was_not_kept_is_said_and_sent_as_it_was_heard(room: Room):
    room.connect()

    room.send(refused("I led the move."))
    room.close(1000)

    assert room.told("error") == [{"interview_id": "i-1", "kind": "not_kept", "message": NOT_KEPT}]
    room.is_("status", "lost")
    room.shows("unsent", "Not kept yet, it will be sent again by itself: I led the move.")
    room.connect()
    (again,) = room.received("user_input")
    room.shows("unsent", "Sending… I led the move.")
    room.send(echo(again))
    room.shows("unsent", "")
    assert again["text"] == "I led the move."


def test_a_typed_answer_that_was_not_kept_is_not_taken_twice(room: Room):
    room.connect()
    first = type_answer(room, "I led the move.")

    room.send(refused("I led the move."))
    room.close(1000)
    room.shows("unsent", "Not kept yet, it will be sent again by itself: I led the move.")
    room.page.reload()
    room.is_("status", "idle")
    room.connect()

    assert room.received("user_input") == [first]


def test_an_answer_that_is_sent_last_is_kept_before_the_interview_ends(room: Room):
    room.connect()
    room.press("Send and end")  # nothing to send: nothing ends
    room.page.get_by_label("Answer").fill("That is all.")
    room.press("Send and end")

    (last,) = room.received("user_input")
    room.shows("unsent", "Sending… That is all.")
    ended_before = room.events("finish")
    room.send(echo(last))

    room.told("finish")
    assert ended_before == []


def test_a_line_that_fell_silent_is_lost_within_fifteen_seconds(room_with_a_clock: Room):
    room = room_with_a_clock
    room.connect()
    room.send(SIGN)
    room.received("darasa_alive")

    room.page.clock.run_for(8_000)
    early = room.page.locator("#room").get_attribute("data-status")
    room.page.clock.run_for(7_000)

    assert early == "connected"
    room.is_("status", "lost")
    assert room.told("end") == [{"interview_id": "i-1", "reason": "lost"}]
    assert room.events("tick")[-1]["elapsed_seconds"] < 15


def test_what_is_half_typed_comes_back_and_is_kept_at_the_goodbye(room: Room):
    room.connect()
    first = type_answer(room, "I led it.")
    room.send(echo(first))
    room.page.get_by_label("Answer").fill("And I would")

    room.page.reload()
    room.is_("status", "idle")
    room.connect()
    came_back = room.page.get_by_label("Answer").input_value()
    aside = "I am still listening, so take your time."
    room.send(*said("a", tone(0.1), text=aside, question="q1", asked="What did you do?"))
    room.shows("asked", "What did you do?")
    room.send(*said("bye", tone(0.1), hang_up=True))
    (last,) = room.received("user_input")
    room.send(echo(last))
    room.shows("unsent", "")

    assert (came_back, last["text"]) == ("And I would", "And I would")
    assert room.page.get_by_label("Answer").input_value() == ""
