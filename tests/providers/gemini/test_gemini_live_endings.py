"""How a call by Gemini Live begins in vain, and how it comes to its end."""

import asyncio
import socket
import traceback

import pytest

from darasa_reflex.core.errors import ServiceUnavailable
from darasa_reflex.features.interviews.questions.question_plan import QuestionPlan
from darasa_reflex.providers.interviewer.gemini_live.line import connection, refusals
from darasa_reflex.providers.interviewer.gemini_live.places import Places
from darasa_reflex.providers.interviewer.gemini_live.provider import GeminiLiveInterviewer
from tests.vendors.gemini.gemini_live import running
from tests.vendors.gemini.gemini_live_room import KEY, PLAN, a_brief, a_room
from tests.vendors.loopback_tls import client_tls, make_certificate

pytestmark = pytest.mark.slow

GREETING = "Hello Ada. What brings you to engineering?"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("certificate")
    make_certificate(folder)
    return folder


async def open_in_vain(engine):
    with pytest.raises(ServiceUnavailable) as caught:
        async with engine.open(a_brief()):
            pass
    told = "".join(traceback.format_exception(caught.value, chain=True))
    assert KEY not in told
    assert caught.value.__cause__ is None
    return caught.value


def engine_at(address, folder, key=KEY):
    return GeminiLiveInterviewer(key, base_url=address, tls=folder and client_tls(folder))


@pytest.mark.parametrize(
    ("status", "sentence", "retryable"),
    [
        (401, refusals.KEY, False),
        (403, refusals.KEY, False),
        (404, refusals.MODEL, False),
        (429, refusals.QUOTA, True),
        (500, refusals.REFUSED, True),
        (503, refusals.REFUSED, True),
    ],
)
async def test_a_refusal_before_the_line_is_open_is_told(folder, status, sentence, retryable):
    async with running(folder, status=status) as gemini:
        failure = await open_in_vain(engine_at(gemini.address, folder))

    assert (failure.message, failure.retryable) == (sentence, retryable)
    assert failure.service == "gemini_live"


@pytest.mark.parametrize(
    ("code", "reason", "sentence", "retryable"),
    [
        (1007, "API key not valid. Please pass a valid API key.", refusals.KEY, False),
        (1008, "Method doesn't allow unregistered callers (no API_KEY)", refusals.KEY, False),
        (1008, "models/x is not found for API version v1", refusals.MODEL, False),
        (1011, "You exceeded your current quota", refusals.QUOTA, True),
        (1011, "Internal error encountered.", refusals.REFUSED, True),
    ],
)
async def test_a_refusal_at_set_up_is_told_in_our_own_words(
    folder, code, reason, sentence, retryable
):
    async def refuse(call):
        await call.ws.close(code, reason)

    async with running(folder, refuse) as gemini:
        failure = await open_in_vain(engine_at(gemini.address, folder))

    assert (failure.message, failure.retryable) == (sentence, retryable)
    assert reason not in "".join(traceback.format_exception(failure, chain=True))


async def test_a_line_that_never_answers_is_given_up(folder, monkeypatch):
    async def says_nothing(call):
        await asyncio.Event().wait()

    monkeypatch.setattr(connection, "_SETUP_SECONDS", 0.5)
    async with running(folder, says_nothing) as gemini:
        failure = await open_in_vain(engine_at(gemini.address, folder))

    assert (failure.message, failure.retryable) == (refusals.SILENT, True)


async def test_another_answer_than_the_set_up_is_a_refusal(folder):
    async def says_something_else(call):
        await call.send({"error": {"code": 400, "message": "the vendor's own words"}})

    async with running(folder, says_something_else) as gemini:
        failure = await open_in_vain(engine_at(gemini.address, folder))

    assert (failure.message, failure.retryable) == (refusals.REFUSED, True)


async def test_nobody_at_the_address_is_told(folder):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    failure = await open_in_vain(engine_at(f"https://127.0.0.1:{port}", None))

    assert (failure.message, failure.retryable) == (refusals.UNREACHABLE, True)


async def test_a_certificate_nobody_vouches_for_is_told(folder):
    async with running(folder) as gemini:
        failure = await open_in_vain(engine_at(gemini.address, None))

    assert (failure.message, failure.retryable) == (refusals.UNTRUSTED, False)


async def test_an_address_without_tls_is_told(folder):
    async def greet_plainly(reader, writer):
        await reader.read(100)
        writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")
        writer.close()

    async with await asyncio.start_server(greet_plainly, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        failure = await open_in_vain(engine_at(f"http://127.0.0.1:{port}", folder))

    assert (failure.message, failure.retryable) == (refusals.PLAIN, False)


async def test_the_environment_alone_can_name_whom_to_trust(folder, monkeypatch):
    async def greet(call):
        await call.accept()

    async with running(folder, greet) as gemini:
        monkeypatch.setenv("SSL_CERT_FILE", str(folder / "cert.pem"))
        async with engine_at(gemini.address, None).open(a_brief()) as conversation:
            assert conversation.chat is None

    assert len(gemini.calls) == 1


async def test_it_hangs_up_when_the_model_ends_the_interview_after_its_goodbye(folder):
    async def play(call):
        await call.accept()
        await call.texts.get()
        await call.voice(200)
        await call.words("Thank you. That is all, goodbye.")
        await call.call_tool("end_interview")
        await call.until(lambda: any("tool_response" in frame for frame in call.frames))
        await call.say("Goodbye, once more.")

    async with running(folder, play) as gemini, a_room(gemini, folder) as room:
        await room.until(lambda: room.over)

    assert room.failure is None
    assert " ".join(room.words()) == "Thank you. That is all, goodbye."
    assert room.kinds()[-1] == "assistant_end"
    assert room.replies()[-1].darasa.hang_up


async def test_it_waits_for_the_goodbye_of_a_model_that_ends_too_early(folder):
    async def play(call):
        await call.accept()
        await call.texts.get()
        await call.call_tool("end_interview")
        await call.until(lambda: any("tool_response" in frame for frame in call.frames))
        await call.say("Farewell.")

    async with running(folder, play) as gemini, a_room(gemini, folder) as room:
        await room.until(lambda: room.over)

    assert room.words() == ["Farewell."]
    assert room.replies()[-1].darasa.hang_up


async def test_a_goodbye_is_the_end_even_if_the_model_forgets_to_say_so(folder):
    async def play(call):
        await call.accept()
        await call.texts.get()
        await call.say("Shall we say goodbye?")
        await call.texts.get()
        await call.say("The interview is over. Goodbye, Ada!")

    async with running(folder, play) as gemini, a_room(gemini, folder) as room:
        await room.until_kind("assistant_end")
        await room.type("Yes.")
        await room.until(lambda: room.over)

    assert room.words()[-1] == "Goodbye, Ada!"


async def test_last_words_are_said_to_the_end(folder):
    async def play(call):
        await call.accept()
        await call.texts.get()
        await call.voice(2_000)
        await call.words("Goodbye, Ada. It was very kind of you to come and to talk to us today.")
        await call.content(turnComplete=True)

    async with running(folder, play) as gemini, a_room(gemini, folder) as room:
        await room.until_kind("audio_output")
        await room.type("Wait!")
        await room.until(lambda: room.over)

    assert "user_interruption" not in room.kinds()
    assert room.words()[-1].endswith("today.")


async def test_when_the_time_is_over_it_closes_instead_of_asking_on(folder):
    async def play(call):
        await call.accept()
        await call.texts.get()
        await call.say(GREETING)
        await call.texts.get()
        await call.voice(200)
        await call.words("Another question?")
        assert "planned time is over" in await call.texts.get()
        await call.content(interrupted=True)
        await call.content(turnComplete=True)
        await call.say("Thank you. Goodbye.")

    late = {"minutes": 5, "elapsed_ms": 5 * 60_000}
    async with running(folder, play) as gemini, a_room(gemini, folder, **late) as room:
        await room.until_kind("assistant_end")
        await room.type("I like machines.")
        await room.until(lambda: room.over)

    assert "Another question?" not in room.words()
    assert " ".join(room.words()).endswith("Ada: I like machines. Thank you. Goodbye.")


@pytest.mark.parametrize(
    ("reply", "key"),
    [
        ("Thanks. What brings you to engineering?", "q1"),
        ("So then, what brings somebody like you into engineering?", "q1"),
        ("And how would you repair a database that is broken?", "q2"),
        ("Who was in your team?", None),
        ("You said engineering: why?", None),
    ],
)
def test_a_planned_question_is_known_by_its_words(reply, key):
    assert Places(PLAN).place(reply).question == key


def test_an_interview_without_a_plan_has_no_places():
    assert Places(QuestionPlan()).place("What brings you here?").number == 0


def test_it_says_what_happens_to_the_voice():
    engine = GeminiLiveInterviewer(KEY)

    assert "Google" in engine.describe("en")[0]
    assert not engine.expressive
    assert engine.history is None
