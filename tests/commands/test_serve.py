"""Serving: the port, the build, the address it works at."""

import gzip
import os
import socket
import subprocess
import sys
from contextlib import nullcontext

import pytest

from darasa_reflex.commands import build, serve
from darasa_reflex.core.errors import ServiceUnavailable
from darasa_reflex.settings import Settings
from tests.machine import warmed

BAKED = (
    "var e={PING:`http://localhost:8000/ping`,EVENT:`ws://localhost:8000/_event`,"
    "UPLOAD:`http://localhost:8000/_upload`};export{e as t};"
)


def test_a_taken_port_is_told_with_another_one():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]

        with pytest.raises(ServiceUnavailable, match=f"Port {port} is taken.*PORT={port + 1}"):
            serve.check_port(Settings(port=port, _env_file=None))


@pytest.mark.parametrize(
    ("workers", "shared", "refused"),
    [
        (1, {}, False),
        (2, {}, True),
        (2, {"database_url": "postgresql://db/darasa"}, True),
        (2, {"redis_url": "redis://db"}, True),
        (2, {"database_url": "postgresql://db/darasa", "redis_url": "redis://db"}, False),
    ],
)
def test_several_workers_are_refused_without_what_they_share(workers, shared, refused):
    given = Settings(workers=workers, _env_file=None, **shared)
    expected = pytest.raises(ServiceUnavailable, match="need PostgreSQL and Redis")

    with expected if refused else nullcontext():
        serve.check_workers(given)


_HOLD = """
import sys, time
from pathlib import Path
from darasa_reflex.core.database.sqlite.only_server import OnlyServer
OnlyServer(Path(sys.argv[1])).take()
print("held", flush=True)
time.sleep(60)
"""


def test_a_second_server_on_a_sqlite_file_is_refused_until_the_first_is_dead(tmp_path):
    file = tmp_path / "darasa.db"
    given = Settings(database_url=f"sqlite:///{file}", _env_file=None)
    first = subprocess.Popen([sys.executable, "-c", _HOLD, file], stdout=subprocess.PIPE, text=True)
    assert first.stdout.readline() == "held\n"

    with pytest.raises(ServiceUnavailable, match="Another Darasa already uses this database"):
        serve.check_alone(given)

    first.kill()
    first.communicate()
    serve.check_alone(given)


def python(environment):
    """Run a server as people do."""
    command = [sys.executable, "-m", "darasa_reflex", "run"]
    return subprocess.run(
        command, cwd=build.ROOT, env=environment, capture_output=True, text=True, check=False
    )


def fork(environment):
    """Run one in a third of the time."""
    return warmed.run(["darasa_reflex", "run"], environment)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("run", "name", "value", "sentence"),
    [
        (
            python,
            "DARASA_INTERVIEWER",
            "hume",
            "Hume EVI cannot run here: HUME_API_KEY is not set.",
        ),
        (
            fork,
            "DARASA_LANGUAGE_MODEL",
            "gemini",
            "Gemini cannot run here: GEMINI_API_KEY is not set.",
        ),
        (fork, "DARASA_STT", "parrot", 'There is no engine called "parrot".'),
    ],
)
def test_a_named_engine_that_cannot_run_stops_the_start_in_words(
    tmp_path, run, name, value, sentence
):
    address = f"sqlite:///{tmp_path / 'never.db'}"
    keys = {"HUME_API_KEY": "", "GEMINI_API_KEY": "", "DARASA_DATABASE_URL": address}

    done = run({**os.environ, **keys, name: value})

    assert (done.returncode, done.stdout, done.stderr.strip()) == (1, "", sentence)
    assert not (tmp_path / "never.db").exists()


def test_built_pages_call_the_server_they_came_from(tmp_path):
    (tmp_path / "assets").mkdir()
    file = tmp_path / "assets" / "reflex-env-abc.js"
    file.write_text(BAKED)
    packed = file.with_name(file.name + ".gz")
    packed.write_bytes(gzip.compress(BAKED.encode()))

    build.bind_to_own_origin(tmp_path)

    text = file.read_text()
    assert "localhost" not in text
    assert "PING:`${location.origin}/ping`" in text
    assert "EVENT:`${location.origin.replace('http','ws')}/_event`" in text
    assert gzip.decompress(packed.read_bytes()).decode() == text


def test_the_build_is_stale_when_a_source_changes(tmp_path, monkeypatch):
    monkeypatch.setattr(build, "ROOT", tmp_path)
    for name in ("rxconfig.py", "requirements.txt"):
        (tmp_path / name).write_text(name)
    for name in ("assets", "darasa_reflex"):
        (tmp_path / name).mkdir()
    before = build.fingerprint()

    same = build.fingerprint()
    (tmp_path / "assets" / "theme.css").write_text("a {}")

    assert same == before
    assert build.fingerprint() != before
