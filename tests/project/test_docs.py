"""What the docs show is code: it imports what is there, has the right types, and works."""

import ast
import json
import os
import re
import shutil
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler

import pytest
from pydantic import SecretStr

from darasa_reflex.brand.brand import read
from darasa_reflex.core.clock import SystemClock
from darasa_reflex.core.errors import ServiceUnavailable
from darasa_reflex.features.feedback.judging.rubric import BY_KEY, RUBRIC
from darasa_reflex.features.interviews.call.calls import CallLimits, Calls
from darasa_reflex.features.interviews.service import Interviews
from darasa_reflex.parts import providers
from darasa_reflex.testing.voice import VoiceContract
from tests.conftest import a_job, person
from tests.features.interviews.doubles import FakeLine, engines, typed
from tests.fixtures.server import ROOT
from tests.project.test_tree import is_there
from tests.vendors.loopback import Quiet, serving

PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
SAMPLE = ROOT / "docs" / "sample" / "darasa_sample"
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)


def snippets(language):
    """Name and text of every block of a language, in all pages of the docs."""
    return [
        (f"{page.stem.replace('-', '_')}_{number}", text)
        for page in PAGES
        for number, (kind, text) in enumerate(BLOCK.findall(page.read_text()))
        if kind == language
    ]


PYTHON = snippets("python")
# Whole files say in their first line where they lie.
_PLACE = re.compile(r"# (\S+\.py)\n")
FILES = {place[1]: text for _, text in PYTHON if (place := _PLACE.match(text))}


def shown(words):
    """Run the one snippet that has some words; return its names."""
    (text,) = [text for _, text in PYTHON if words in text]
    names = {"__name__": "shown"}
    exec(compile(text, "docs", "exec"), names)
    return names


def test_the_docs_show_code():
    assert len(PYTHON) >= 5


@pytest.mark.parametrize(("name", "text"), PYTHON, ids=[name for name, _ in PYTHON])
def test_what_a_snippet_imports_of_ours_is_there(name, text):
    imported = [
        (node.module, alias.name)
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("darasa_reflex")
        for alias in node.names
    ]
    shown_too = {place.removesuffix(".py").replace("/", ".") for place in FILES}

    assert [one for one in imported if one[0] not in shown_too and not is_there(*one)] == []


@pytest.mark.parametrize(("name", "text"), snippets("json"))
def test_data_in_the_docs_is_json(name, text):
    json.loads(text)


class _House(Quiet, BaseHTTPRequestHandler):
    """The voice server that the example of an engine talks to: a second of sound for 20 letters."""

    def do_POST(self):
        words = json.loads(self.rfile.read(int(self.headers["content-length"])))["text"]
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"\x01\x00" * (22_050 * len(words) // 20))


def house():
    return serving(_House, threading.Event())


class TestTheEngineOfTheDocs(VoiceContract):
    provider = shown("class HouseVoice")["PROVIDER"]

    @pytest.fixture
    async def voice(self, one):
        with house() as address:
            voice = one.build({"HOUSE_VOICE_URL": SecretStr(address)})
            yield voice
            await voice._http.aclose()


async def test_the_engine_of_the_docs_says_that_its_server_is_gone():
    with house() as address:
        voice = shown("class HouseVoice")["PROVIDER"].build({"HOUSE_VOICE_URL": SecretStr(address)})

    with pytest.raises(ServiceUnavailable, match="The voice server does not answer"):
        await voice.speak("Hello.")
    await voice._http.aclose()


@pytest.mark.one_database
async def test_the_interviewer_of_the_docs_holds_a_call_to_its_end(db):
    ada = person(db, "Ada")
    engine = shown("class WrittenInterviewer")["PROVIDER"].build({})
    calls = Calls(db, SystemClock(), engines(engine), CallLimits())
    interviews = Interviews(db, SystemClock(), calls, limit=None)
    started = await interviews.start(ada, a_job(db, ada).id, 5)
    asked = (await interviews.get(ada, started.interview_id)).interview.plan["questions"]
    answers = [f"My answer {number}." for number in range(len(asked))]
    line = FakeLine(*typed(*answers), stays=True)

    await calls.conduct(started.ticket, line)

    said = await interviews.transcript(ada, started.interview_id)
    assert [turn.text for turn in said if turn.speaker == "actor"] == answers
    assert [turn.question for turn in said if turn.speaker == "actor"] == [
        one["key"] for one in asked
    ]
    assert [turn.text for turn in said if turn.speaker == "interviewer"] == [
        *(one["text"] for one in asked),
        "Thank you. That was the interview.",
    ]
    assert (await interviews.get(ada, started.interview_id)).status.value == "ended"


def test_the_category_of_the_docs_has_an_anchor_for_every_rating():
    honesty = shown("HONESTY = Category")["HONESTY"]

    assert honesty.anchors.keys() == RUBRIC[0].anchors.keys()
    assert honesty.anchor(7.5) == "Gaps are said plainly."
    assert honesty.key not in BY_KEY


def test_the_questions_of_the_docs_can_be_read(tmp_path):
    ((_, text),) = snippets("csv")
    (tmp_path / "bank.csv").write_text(text)
    (bank,) = [one for one in providers("question_bank") if one.name == "csv_file"]

    listed = bank.build({"DARASA_QUESTIONS": SecretStr(str(tmp_path / "bank.csv"))}).questions()

    assert [(one.role, one.section, bool(one.follow_up)) for one in listed] == [
        ("", "behavioural", True),
        ("baker", "role", False),
    ]


@pytest.fixture(scope="module")
def tree(tmp_path_factory):
    """A copy of the checkout with the files that the docs show, each in its place."""
    folder = tmp_path_factory.mktemp("tree")
    no_waste = shutil.ignore_patterns("__pycache__")
    for name in ("darasa_reflex", "tests"):
        shutil.copytree(ROOT / name, folder / name, ignore=no_waste)
    for name in ("pyproject.toml", "rxconfig.py"):
        shutil.copy(ROOT / name, folder)
    shutil.copytree(ROOT / "assets", folder / "assets")
    for place, text in FILES.items():
        (folder / place).write_text(text)
    return folder


_QUIETLY = ("-q", "-p", "no:cacheprovider")


def ran(module, *arguments, place, path):
    """Run a module of Python's in a folder, with another in which modules are found."""
    return subprocess.run(
        [sys.executable, "-m", module, *arguments],
        cwd=place,
        env={**os.environ, "PYTHONPATH": str(path)},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.slow
def test_the_page_with_data_of_the_docs_shows_it_to_its_owner_only(tree):
    """Its own test, and those that walk over all pages and all handlers there are."""
    assert [place.split("/")[1] for place in FILES] == ["states", "pages", "states"]
    walking = ["tests/states/events/test_every_handler.py", "tests/pages/test_pages.py"]
    own = [place for place in FILES if place.startswith("tests/")]

    done = ran("pytest", *_QUIETLY, *own, *walking, place=tree, path=tree)

    assert done.returncode == 0, done.stdout


@pytest.mark.slow
def test_every_snippet_and_the_sample_have_the_right_types(tree, tmp_path):
    files = [tree / place for place in FILES if not place.startswith("tests/")]
    for name, text in PYTHON:
        if not _PLACE.match(text):
            files.append(tmp_path / f"{name}.py")
            files[-1].write_text(text)
    files += shutil.copytree(SAMPLE, tmp_path / SAMPLE.name).rglob("*.py")
    how = ("--config", tree / "pyproject.toml", "--python-interpreter-path", sys.executable)
    # The sample is found as if it were installed.
    places = ("--search-path", tree, "--search-path", tmp_path)
    # As in pages and states: whoever reads an example need not see every type.
    seen = ("implicit-any", "implicit-any-attribute", "unknown-argument-type")
    loosely = ("--ignore", ",".join((*seen, "unknown-attribute-access")))

    done = ran("pyrefly", "check", *how, *places, *loosely, *files, place=tree, path=tmp_path)

    assert done.returncode == 0, done.stdout


@pytest.mark.slow
def test_the_three_lines_check_the_mind_of_the_sample(tmp_path):
    (text,) = [text for _, text in PYTHON if "class TestCurious" in text]
    shutil.copytree(SAMPLE, tmp_path / SAMPLE.name)
    (tmp_path / "test_curious.py").write_text(text)

    done = ran("pytest", *_QUIETLY, "test_curious.py", place=tmp_path, path=ROOT)

    assert done.returncode == 0, done.stdout
    assert "13 passed" in done.stdout


@pytest.mark.slow
def test_the_page_of_the_docs_is_built_with_its_entry_in_the_menu(monkeypatch):
    import reflex as rx
    from reflex_base.registry import RegistrationContext

    from darasa_reflex.pages import _frame

    registered = RegistrationContext.ensure_context().decorated_pages
    before = list(registered)
    monkeypatch.setattr(_frame, "_menu", list(_frame._menu))
    shown('@page("/app/glossary"')
    build, told = registered[-1]
    registered[:] = before

    assert told["route"] == "/app/glossary"
    assert _frame._menu[-1] == ("Glossary", "/app/glossary")
    assert isinstance(build(), rx.Component)
    assert "What a level looks like." in str(build().render())


def test_the_brand_of_the_docs_can_be_used(tmp_path):
    (text,) = [text for _, text in snippets("toml") if "accent" in text]
    (tmp_path / "brand.toml").write_text(text)

    found = read(tmp_path)

    assert (found.name, list(found.links)) == ("Hopewell Careers", ["Imprint", "Privacy"])
    assert found.palettes()
