"""The `score` command: valid JSON on valid input, one sentence and exit code 2 on any other."""

import json

import pytest

from darasa_reflex.commands.score import score
from darasa_reflex.features.feedback.judging.rubric import RUBRIC
from darasa_reflex.settings import settings
from tests.features.feedback import transcripts as said
from tests.features.feedback.by_model.ratings import answering, rated
from tests.features.feedback.judging.tricks import TRICKS
from tests.machine.scheduling import first
from tests.vendors import openai_text

JOB = {
    "title": said.BACKEND.title,
    "experience_level": said.BACKEND.experience_level,
    "description": said.BACKEND.description,
}


TIMED = (
    '{"job": {"description": ""}, "turns": [{"speaker": "candidate", "text": "", "end_ms": %s}]}'
)


def as_file(tmp_path, pairs, job=None, **times):
    turns = []
    for asked, answer in pairs:
        turns.append({"speaker": "interviewer", "text": asked})
        turns.append({"speaker": "candidate", "text": answer, **times})
    return written(tmp_path, {"job": job or JOB, "turns": turns})


def written(tmp_path, content):
    path = tmp_path / "transcript.json"
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return path


TOLD = [[], [("", "")], said.BACKEND_STRONG, said.BACKEND_WEAK, *(p for _, p in TRICKS.values())]


@pytest.mark.parametrize("pairs", first(8, TOLD))
def test_any_transcript_gives_json_with_quotes_in_their_turns(tmp_path, capsys, pairs):
    path = as_file(tmp_path, pairs)

    code = score(path)

    report = json.loads(capsys.readouterr().out)
    turns = json.loads(path.read_text())["turns"]
    assert code == 0
    assert [c["key"] for c in report["categories"]] == [row.key for row in RUBRIC]
    assert {c["rating"] for c in report["categories"]} == {None}
    for category in report["categories"]:
        assert category["reason"]
        for quote in category["quotes"]:
            assert turns[quote["turn"]]["speaker"] == "candidate"
            assert quote["text"] in turns[quote["turn"]]["text"]


def test_the_output_is_the_same_every_time(tmp_path, capsys):
    path = as_file(tmp_path, said.BACKEND_STRONG)

    score(path)
    first = capsys.readouterr().out
    score(path)

    assert capsys.readouterr().out == first


@pytest.mark.parametrize(
    "times",
    [
        {"begin_ms": -5, "end_ms": 10},
        {"begin_ms": 900, "end_ms": 100},
        {"begin_ms": 5.5, "end_ms": 1e15},
        {"begin_ms": None},
        {"end_ms": 5},
        {"begin_ms": 0, "end_ms": 0},
    ],
)
def test_odd_times_are_taken_as_unknown(tmp_path, capsys, times):
    code = score(as_file(tmp_path, said.BACKEND_STRONG, **times))

    report = json.loads(capsys.readouterr().out)
    assert code == 0
    assert report["categories"][2]["found"] == "much"


def test_a_job_may_lack_title_and_level(tmp_path, capsys):
    job = {"title": None, "description": "Python\ud800"}

    assert score(as_file(tmp_path, said.BACKEND_STRONG, job)) == 0
    assert json.loads(capsys.readouterr().out)


@pytest.mark.parametrize(
    "content",
    [
        "",
        "no json",
        "[" * 200_000,
        "[]",
        "null",
        "{}",
        '{"job": {}, "turns": []}',
        {"job": JOB},
        {"job": JOB, "turns": {}},
        {"job": JOB, "turns": ["hello"]},
        {"job": JOB, "turns": [{"speaker": "robot", "text": "hi"}]},
        {"job": JOB, "turns": [{"speaker": "candidate"}]},
        {"job": JOB, "turns": [{"speaker": "candidate", "text": 5}]},
        {"job": JOB, "turns": [{"speaker": "candidate", "text": None}]},
        {"job": JOB, "turns": [{"speaker": "candidate", "text": "", "begin_ms": "soon"}]},
        {"job": JOB, "turns": [{"speaker": "candidate", "text": "", "begin_ms": True}]},
        TIMED % "NaN",
        TIMED % "-Infinity",
        TIMED % ("9" * 400),
        TIMED % "1e999",
        {"job": "a job", "turns": []},
        {"job": {**JOB, "title": 5}, "turns": []},
    ],
)
def test_wrong_input_is_one_sentence_and_code_two(tmp_path, capsys, content):
    code = score(written(tmp_path, content))

    shown = capsys.readouterr()
    assert code == 2
    assert shown.out == ""
    assert len(shown.err.strip().splitlines()) == 1
    assert "Traceback" not in shown.err


@pytest.mark.parametrize("name", ["missing.json", ".", "nul\0.json"])
def test_a_file_that_cannot_be_read_is_one_sentence(tmp_path, capsys, name):
    assert score(tmp_path / name) == 2
    assert len(capsys.readouterr().err.strip().splitlines()) == 1


def test_bytes_that_are_no_text_are_one_sentence(tmp_path, capsys):
    path = tmp_path / "transcript.json"
    path.write_bytes(b"\xff\xfe\x00{")

    assert score(path) == 2
    assert "UTF-8" in capsys.readouterr().err


@pytest.fixture
def model(monkeypatch):
    with openai_text.running() as server:
        monkeypatch.setenv("DARASA_MODEL_URL", server.address)
        monkeypatch.setenv("DARASA_MODEL", "test-model")
        settings.cache_clear()
        yield server
    settings.cache_clear()


@pytest.mark.slow
def test_the_model_that_is_set_up_rates_it(model, tmp_path, capsys):
    model.script(answering(openai_text, rated(7)))

    code = score(as_file(tmp_path, said.BACKEND_STRONG))

    told = capsys.readouterr()
    report = json.loads(told.out)
    rating = {category["key"]: category["rating"] for category in report["categories"]}
    assert (code, told.err) == (0, "")
    assert (report["model"], rating["response_quality"]) == ("test-model", 7)


@pytest.mark.slow
def test_a_model_that_does_not_answer_is_told_in_one_sentence(model, tmp_path, capsys):
    model.script(openai_text.error(401))

    code = score(as_file(tmp_path, said.BACKEND_STRONG))

    told = capsys.readouterr()
    assert (code, told.out) == (3, "")
    assert "refused the key" in told.err


def test_without_a_model_one_line_says_so(tmp_path, capsys):
    score(as_file(tmp_path, said.BACKEND_STRONG))

    assert capsys.readouterr().err.startswith("No language model is set up")
