"""The bench goes on past a row that fails, and says so."""

import asyncio
import subprocess
import time

import pytest

from tests.load.measuring.table import Row, aim, attempt, in_one_loop, show


def rows():
    yield from attempt("first", lambda: [Row("first", "1 ms", "2 ms", aim(0.5, 1.0, " times"))])
    yield from attempt("second", broken)
    yield Row("third", "3 ms", "1 ms", aim(3.0, 1.0, " times"))


def broken():
    yield Row("second, its first half", "1 ms", "1 ms", "")
    raise ExceptionGroup("tasks", [RuntimeError("a log\nof many lines\nno such engine\n")])


def test_a_row_that_fails_is_told_in_one_line_and_the_others_are_measured(capsys):
    assert show(rows()) == 1

    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 6
    assert "+0.50 times (aim ≤ 1.0 times): met" in lines[1]
    assert lines[2].startswith("second, its first half")
    assert "FAILED" in lines[3]
    assert "RuntimeError: no such engine" in lines[3]
    assert "MISSED" in lines[4]
    assert lines[5] == "Not measured: second."


def test_each_row_tells_how_long_it_took(capsys, monkeypatch):
    moments = iter((0.0, 12.4, 12.4, 12.4, 12.4))
    monkeypatch.setattr(time, "monotonic", lambda: next(moments))

    show([Row("first", "", "", ""), Row("second, measured with it", "", "", "")])

    _, first, second = capsys.readouterr().out.splitlines()
    assert first.endswith("| 12 s")
    assert second.endswith("| 0 s")


def test_of_a_program_that_fails_is_told_what_it_said_last(capsys):
    def measured():
        traceback = "Traceback\nTimeoutError: no page\n"
        raise subprocess.CalledProcessError(1, ["python"], stderr=traceback)
        yield

    assert show(attempt("first", measured)) == 1

    assert "CalledProcessError: TimeoutError: no page" in capsys.readouterr().out


def test_each_row_is_printed_before_the_next_is_measured(capsys):
    def slow():
        yield Row("first", "", "", "")
        assert "first" in capsys.readouterr().out
        yield Row("second", "", "", "")

    assert show(slow()) == 0


def test_rows_of_one_loop_are_known_before_one_of_them_fails(capsys):
    async def measured():
        lasting = asyncio.create_task(asyncio.sleep(0, "second"))
        yield Row("first", "", "", "")
        yield Row(await lasting, "", "", "")
        raise RuntimeError("no third")

    assert show(attempt("third", lambda: in_one_loop(measured()))) == 1

    _, *lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == ["first", "second", "third", "Not"]


def test_an_interrupt_ends_the_bench():
    def interrupted():
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(attempt("any", interrupted))
