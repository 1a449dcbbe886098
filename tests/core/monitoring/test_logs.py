"""What a log may hold."""

import json
import logging
import time

import pytest

from darasa_reflex.core.monitoring.log_lines import CALL, REQUEST, JsonLines
from darasa_reflex.core.monitoring.logs import Repeats, quiet, redact


def record(text: str, error: BaseException | None = None) -> logging.LogRecord:
    info = (type(error), error, error.__traceback__) if error else None
    return logging.LogRecord("x", logging.ERROR, __file__, 1, text, (), info)


@pytest.mark.parametrize(
    "text",
    [
        "GET /v0/evi/chat?access_token=s3cret&verbose=true",
        "GET /_event?token=s3cret",
        "headers {'cookie': 's3cret', 'authorization': 's3cret'}",
        "x-hume api_key=s3cret",
        "headers {'authorization': 'Bearer s3cret', 'cookie': 'a=1; sid=s3cret'}",
        "Error processing event queue entry for Event(name='a.b', payload={'words': 's3cret'})",
        "Error transforming event payload for handler A.search: no int in 's3cret'",
        "Attempting to send delta to disconnected client 's3cret'",
        "Received event from session x with no associated token. Event data: {'words': 's3cret'}",
        "Received event data as a string. This may indicate a bug. Event data: s3cret",
        "Failed to deserialize event data: {'name': 1, 'payload': 's3cret'}.",
        "Event data must be a dictionary, but received ['s3cret'] of type <class 'list'>.",
        "[Reflex Frontend Exception]\n [SID: x] s3cret: s3cret\n",
        "Frontend state schema s3cret for session x does not match",
        "Invalid session s3cret (further occurrences of this error will be logged)",
        "Computed var 'A.job_id' must return a value of type 'str', got '{'x': 's3cret'}'",
        "Task exception was never retrieved <Task name='reflex_disconnect_token|s3cret|1.0'",
        """headers {'cookie': 'a="1, 2"; darasa_session=s3cret', 'host': 'x'}""",
        """headers {'cookie': "a='1, 2'; __Host-darasa_session=s3cret", 'host': 'x'}""",
        "[(b'host', b'x'), (b'cookie', b'__session=s3cret; __session_abc=s3cret')]",
        "Cookie: theme=dark; __session=s3cret; __client_uat=s3cret",
        "set-cookie: __Host-darasa_session=s3cret; HttpOnly",
        "{'svix-id': 's3cret', 'svix-signature': 'v1,s3cret v1,s3cret'}",
        "x-hume-ai-webhook-signature: s3cret",
        "x-hume-api-key: s3cret",
        "{'password': 's3cret, with a comma'}",
        "connecting to redis://:s3cret@redis:6379/0 and postgresql://me:s3cret@db/x",
        'raised\nTraceback (most recent call last):\n  File "a.py", line 3\nValueError: s3cret',
    ],
)
def test_credentials_are_blanked(text):
    seen = record(text)

    redact(seen)

    assert "s3cret" not in seen.getMessage()


@pytest.mark.parametrize(
    "secret",
    [
        "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ1c2VyXzEifQ.c2lnbmF0dXJl-_",
        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        "sk_test_abc123",
    ],
)
def test_what_looks_like_a_secret_is_blanked_wherever_it_stands(secret):
    seen = record(f"A.take got ['{secret}', 1] ({secret})")

    redact(seen)

    assert seen.getMessage() == "A.take got ['…', 1] (…)"


@pytest.mark.parametrize(
    "text",
    [
        "feedback 3f2c failed: ValueError at /app/darasa_reflex/states/room.py:41",
        "Redis does not answer; floods are counted here: ConnectionError at connection.py:400",
        "GET /v0/evi/chat 101 in 3.2 ms from 192.0.2.1",
        "No token provided in connection for session abc",
    ],
)
def test_what_is_no_secret_stays(text):
    seen = record(text)

    redact(seen)

    assert seen.getMessage() == text


@pytest.mark.parametrize("piece", ["token='", "a-", "eyJ-", "session", "token  ", "://", "\\'"])
def test_a_long_line_takes_no_time(piece):
    seen = record(piece * 50_000 + "x" * 100_000)

    began = time.thread_time()
    redact(seen)

    assert time.thread_time() - began < 5


def fail() -> None:
    raise ValueError("what the candidate said")


def test_an_exceptions_words_are_dropped_and_its_place_is_kept():
    try:
        fail()
    except ValueError as error:
        seen = record("Unhandled", error)

    redact(seen)

    text = logging.Formatter().format(seen)
    assert "candidate" not in text
    assert "ValueError at" in text
    assert "test_logs.py" in text


def test_handlers_of_other_libraries_print_redacted_records_too():
    before, heard = logging.getLogRecordFactory(), []
    quiet("INFO")
    foreign = logging.getLogger("engineio.test")
    foreign.propagate = False
    foreign.addHandler(handler := logging.Handler())
    handler.emit = heard.append

    try:
        fail()
    except ValueError:
        foreign.exception("Unhandled, token=%s", "s3cret")
    finally:
        logging.setLogRecordFactory(before)

    text = logging.Formatter().format(heard[0])
    assert text.startswith("Unhandled, token=… [ValueError at ")
    assert "candidate" not in text


def test_a_wrong_log_call_does_not_stop_its_caller():
    seen = logging.LogRecord("x", logging.ERROR, __file__, 1, "%d things", ("many",), None)

    redact(seen)

    assert seen.getMessage() == "%d things"


def test_a_line_that_is_said_again_and_again_is_written_once_a_minute(clock):
    said = Repeats(clock)
    lines = [record("a message could not be read") for _ in range(20_000)]

    written = [one for one in lines if said.filter(one)]
    clock.seconds += 61
    later = record("a message could not be read")

    assert len(written) == 1
    assert said.filter(record("something else"))
    assert said.filter(later)
    assert later.getMessage() == "a message could not be read (19999 more since)"


def test_what_is_remembered_of_lines_does_not_grow(clock):
    said = Repeats(clock)

    assert all(said.filter(record(f"line {number}")) for number in range(10_000))

    assert len(said._said) <= 200


def test_a_line_as_json_names_its_request_and_its_call_and_no_secret():
    request, call = REQUEST.set("5f0c1d2e"), CALL.set("chat-1")
    seen = record('opened ?access_token=s3cret "quoted"\nsecond line')
    redact(seen)

    line = JsonLines().format(seen)
    REQUEST.reset(request)
    CALL.reset(call)

    told = json.loads(line)
    assert "\n" not in line
    assert (told["request"], told["call"], told["level"]) == ("5f0c1d2e", "chat-1", "ERROR")
    assert told["message"] == 'opened ?access_token=… "quoted"\nsecond line'
    assert "call" not in json.loads(JsonLines().format(seen))
