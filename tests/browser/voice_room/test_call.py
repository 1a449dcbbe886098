"""A call from its ticket to its end."""

import pytest
from playwright.sync_api import expect

from tests.browser.voice_room.app.room import Room
from tests.browser.voice_room.app.sounds import END, heard_as, said, tone

pytestmark = pytest.mark.browser

ENDED = [("E0714", "inactivity"), ("E0715", "max_duration"), ("E0799", "replaced")]


def problem(code: str, message: str = "") -> dict[str, str]:
    return {"type": "error", "code": code, "slug": "a_slug", "message": message}


def statuses(room: Room) -> list[str]:
    return [event["status"] for event in room.events("status")]


def test_a_call_connects_and_tells_its_chat_at_once(room: Room):
    room.connect()

    chat = room.told("chat")

    assert chat == [{"interview_id": "i-1", "chat_id": f"chat-of-{room.ticket}"}]
    assert statuses(room) == ["connecting", "connected"]
    assert room.events("end") == room.events("error") == []


def test_a_ticket_that_was_there_before_the_page_opens_no_call(room: Room):
    room.connect()
    ticket = room.ticket

    room.page.reload()
    room.is_("status", "idle")
    room.page.wait_for_timeout(1000)  # a second call would have begun by now

    assert room.ticket == ticket
    assert room.told_so_far()["connections"] == 1
    assert room.page.locator("#room").get_attribute("data-status") == "idle"


def test_a_ticket_opens_one_call_only(room: Room):
    room.connect()
    room.press("End")
    room.press("Finish")
    room.told("end")

    room.press("Forget")
    room.press("Offer again")
    room.page.wait_for_timeout(500)  # a second call would have begun by now

    assert room.told_so_far()["connections"] == 1
    room.start()
    room.is_("status", "connected")


def test_a_second_ticket_that_comes_late_leaves_the_call_of_the_first_alone(room: Room):
    """A room that comes back asks again and again; a slow server answers each of them."""
    room.connect()
    ticket = room.ticket

    room.start()
    expect(room.page.locator("#issued")).not_to_have_text(ticket)
    room.page.wait_for_timeout(500)  # a second call would have begun by now

    assert statuses(room) == ["connecting", "connected"]
    assert room.told_so_far()["connections"] == 0


def test_a_call_survives_a_state_that_was_reset_and_keeps_its_interview(room: Room):
    room.connect()

    room.press("Forget")
    room.page.wait_for_timeout(500)
    room.send(heard_as("I am still here."))

    assert room.told("turn") == [{"interview_id": "i-1"}]
    assert statuses(room) == ["connecting", "connected"]


def test_hanging_up_ends_everything_at_once(room: Room):
    room.connect()
    room.send(*said("a", tone(5)))
    room.received("darasa_playback")

    room.press("End")
    room.press("Finish")  # in a dialog, outside the room's own element

    assert room.told("end") == [{"interview_id": "i-1", "reason": "hang_up"}]
    assert room.events("tick")[-1]["elapsed_seconds"] <= 60
    assert statuses(room)[-1] == "ended"
    assert room.page.evaluate("tap.tracks.map((track) => track.readyState)") == ["ended"]
    heard = room.until(room.told_so_far, lambda told: told["code"] is not None)
    assert heard["code"] == 1000
    assert not [m for m in heard["messages"] if m.get("event") == "ended"]
    assert room.page.evaluate("tap.contexts[0].state") == "closed"


def test_leaving_the_page_ends_the_call_and_tells_only_the_duration(room: Room):
    room.connect()

    room.page.get_by_role("link", name="Elsewhere").click()
    room.page.wait_for_url("**/elsewhere")

    room.until(lambda: room.page.evaluate("tap.tracks[0].readyState"), lambda s: s == "ended")
    room.page.go_back()
    assert room.told("tick")
    assert room.events("end") == []


def test_the_interviewers_goodbye_is_heard_to_its_end(room: Room):
    room.connect()

    room.send(*said("bye", tone(1.5), hang_up=True), END)
    room.close(1000)

    assert room.told("end") == [{"interview_id": "i-1", "reason": "completed"}]
    assert statuses(room)[-1] == "ended"
    rate, samples = room.sound()
    assert (abs(samples) > 0.005).sum() / rate > 1.4


def test_an_end_that_was_announced_holds_however_the_line_closes(room: Room):
    # A line that breaks once it is said takes nothing back: a tab would come back by itself, and
    # take the call from where it goes on.
    ways = [(code, reason, close) for close in (1000, 1011) for code, reason in ENDED]
    for number, (code, reason, close) in enumerate(ways, 1):
        room.connect()

        room.send(problem(code))
        room.close(close)

        assert room.told("end", number)[-1] == {"interview_id": "i-1", "reason": reason}
        assert statuses(room)[-1] == "ended"
    assert room.events("error") == []


def test_a_page_that_is_told_that_nothing_follows_closes_the_line_itself(room: Room):
    room.connect()

    room.send({"type": "session_settings", "darasa": {"over": True}})

    assert room.told("end") == [{"interview_id": "i-1", "reason": "completed"}]
    assert room.events("error") == []


def test_a_line_that_breaks_is_lost(room: Room):
    room.connect()

    room.close(1011)

    assert room.told("end") == [{"interview_id": "i-1", "reason": "lost"}]
    assert statuses(room)[-1] == "lost"
    assert room.events("tick")
    assert room.page.evaluate("tap.tracks[0].readyState") == "ended"


def test_an_error_that_ends_the_call_politely_is_no_completion_and_each_kind_is_told_apart(
    room: Room,
):
    room.connect()
    room.send(problem("I0116", "We could not read your audio."))
    room.close(1000)

    assert room.told("end")[0]["reason"] == "lost"
    assert room.events("error") == [
        {"interview_id": "i-1", "kind": "server", "message": "We could not read your audio."}
    ]

    room.connect()
    offer = {"retryable": True, "engine": "local", "title": "Built-in interviewer"}
    room.send({**problem("E0700"), "darasa": offer})
    room.close(1000)
    assert room.told("error", 2)[1]["kind"] == "engine"
    room.told("end", 2)
    assert statuses(room)[-1] == "lost"

    room.connect()
    room.send({**problem("E0700", "All are used."), "slug": "allowance_used_up"})
    room.close(1000)
    assert room.told("error", 3)[2:] == [
        {"interview_id": "i-1", "kind": "used_up", "message": "All are used."}
    ]


def test_an_error_in_the_middle_does_not_end_the_call(room: Room):
    room.connect()

    room.send(problem("E0101"), heard_as("Go on."))
    room.told("turn")
    room.close(1000)

    assert room.events("error")[0]["message"].startswith("Something went wrong on our side.")
    assert room.told("end")[0]["reason"] == "completed"


def test_a_refused_ticket_is_told(room: Room):
    room.expected.append("WebSocket")  # Chromium logs every refused handshake by itself
    room.start("Start refused")

    error = room.told("error")

    assert error[0]["kind"] == "ticket"
    assert error[0]["message"] == "This start link has expired."
    room.is_("status", "error")


def test_a_socket_that_something_on_the_way_blocks_is_not_an_expired_ticket(room: Room):
    room.expected.append("WebSocket")
    room.start("Start blocked")

    error = room.told("error")

    assert error[0]["kind"] == "line_blocked"
    assert error[0]["message"].startswith("The voice connection is blocked")
    room.is_("status", "error")


def test_a_server_that_says_nothing_is_given_fifteen_seconds(room_with_a_clock: Room):
    room = room_with_a_clock
    room.start("Start unanswered")
    room.shows("state", "Connecting…")

    room.page.clock.run_for(4_100)
    room.shows("state", "Still connecting. This takes longer than usual.")
    room.page.clock.run_for(11_000)

    assert room.told("error")[0]["kind"] == "connect_failed"
    assert [event["status"] for event in room.told("status", 2)] == ["connecting", "error"]
    assert room.page.evaluate("tap.tracks.every((track) => track.readyState === 'ended')")


def test_after_ten_minutes_the_room_says_that_it_has_stopped_trying(room_with_a_clock: Room):
    room = room_with_a_clock
    room.connect()
    room.page.evaluate("() => { window.fetch = () => Promise.reject(new Error('gone')); }")
    room.close(1011)
    room.is_("return", "trying")

    for _ in range(30):
        room.page.clock.run_for(30_000)

    room.is_("return", "stopped")
    room.is_("status", "lost")
    room.connect()
    room.is_("return", "")


def test_the_duration_is_told_every_ten_seconds_and_shown_every_second(room_with_a_clock: Room):
    room = room_with_a_clock
    room.connect()
    room.shows("timer", "00:01")

    room.pass_time(20)
    room.told("tick", 2)
    room.close(1011)
    *ticks, last = [tick["elapsed_seconds"] for tick in room.told("tick", 3)]

    assert ticks == [10, 20]
    assert 20 < last < 30


def test_only_turns_that_are_kept_are_told(room: Room):
    room.connect()

    room.send(heard_as("I wo", interim=True))
    room.shows("interim", "I wo")
    room.send(heard_as("I work."), *said("a", tone(0.1)), END)

    room.shows("interim", "")
    assert len(room.told("turn", 2)) == 2
