"""What a log may hold."""

import logging

import pytest

from darasa_reflex.core.logs import quiet, redact


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
        'raised\nTraceback (most recent call last):\n  File "a.py", line 3\nValueError: s3cret',
    ],
)
def test_credentials_are_blanked(text):
    seen = record(text)

    redact(seen)

    assert "s3cret" not in seen.getMessage()


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
