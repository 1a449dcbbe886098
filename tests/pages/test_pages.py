import inspect
import re
from functools import cache
from pathlib import Path

import pytest
import reflex as rx
from reflex_base.registry import RegistrationContext
from reflex_base.utils.format import format_state_name

import darasa_reflex
from darasa_reflex import pages
from darasa_reflex.states.events.door import states_of_ours
from darasa_reflex.states.events.screen import Screen

_PACKAGE = Path(darasa_reflex.__file__).parent
# What runs a model's or a person's text as HTML or script, by whichever name it can be had.
_BANNED = (
    "rx.toast.",
    "rx.markdown",
    "reflex_components_markdown",
    "components.markdown",
    "rx.html(",
    "rx.el.html",
    "dangerously",
    "innerHTML",
    "srcdoc",
    "iframe",
    "rx.el.script",
    "rx.script",
    "rx.call_script",
    "call_function",
)

# A script of ours that stands in the head of every page, made of nobody's words.
_BUILT_IN = {"rx.el.script": ["components/page/languages/languages.py"]}


def registered():
    assert pages.MODULES
    return [
        pytest.param(build, kwargs, id=kwargs["route"])
        for build, kwargs in RegistrationContext.ensure_context().decorated_pages
    ]


@cache
def built(build) -> rx.Component:
    """A page, made once for all that look at it."""
    return build()


@cache
def rendered(build) -> dict:
    return built(build).render()


def headings_in(tree: object) -> int:
    """How many h1 elements stand in a rendered tree, in all its branches."""
    if isinstance(tree, dict):
        own = 1 if tree.get("name") == '"h1"' else 0
        return own + sum(headings_in(value) for value in tree.values())
    if isinstance(tree, list | tuple):
        return sum(headings_in(value) for value in tree)
    return 0


@pytest.mark.parametrize(("build", "kwargs"), registered())
def test_every_page_builds_with_one_h1_and_a_title(build, kwargs):
    assert isinstance(built(build), rx.Component)
    assert headings_in(rendered(build)) == 1
    assert re.search(r' \\u00b7 Darasa"\)?$', str(kwargs["title"]))


def test_search_engines_are_kept_from_what_is_shown_by_link_and_from_nothing_else():
    ways = [one.values[1] for one in registered()]

    assert [way["route"] for way in ways if "noindex" in str(way.get("meta"))] == ["/shared"]


@pytest.mark.parametrize(("here", "there"), [("/sign-in", "sign_up"), ("/sign-up", "sign_in")])
def test_the_doors_tell_each_other_where_somebody_wanted_to_go(here, there):
    (build,) = (one.values[0] for one in registered() if one.id == here)

    assert re.search(rf"'to:[\w.]+\.{there}_rx_state_'", str(rendered(build)))


def test_every_page_file_registers_a_page():
    files = {m for m in pages.MODULES if not m.__name__.split(".")[-1].startswith("_")}

    homes = {inspect.getmodule(f) for m in files for f in vars(m).values() if inspect.isfunction(f)}

    assert all("@page(" in inspect.getsource(module) for module in files)
    assert files <= homes


def screens_in(tree: object) -> set[str]:
    """Full names of the states in a rendered tree whose content is read from the database."""
    screens = [kind.get_full_name() for kind in states_of_ours() if issubclass(kind, Screen)]
    text = "\n".join(texts_in(tree))
    return {name for name in screens if format_state_name(name) in text}


def texts_in(tree: object) -> set[str]:
    """Every text in a rendered tree, once: the first page's is 6 MB, most of it told again."""
    if isinstance(tree, dict):
        return texts_in((*tree, *tree.values()))
    if isinstance(tree, list | tuple):
        return set().union(*map(texts_in, tree))
    return {str(tree)}


@pytest.mark.parametrize(("build", "kwargs"), registered())
def test_every_page_reads_on_load_what_it_shows(build, kwargs):
    shown = screens_in(rendered(build))

    assert shown <= {event.state_full_name for event in kwargs["on_load"]}
    assert shown or not kwargs["route"].startswith("/app")


@pytest.mark.parametrize("banned", _BANNED)
def test_nothing_renders_html_or_scripts_from_text(banned):
    found = [name for name, text in sources().items() if banned in text]

    assert found == _BUILT_IN.get(banned, [])


@cache
def sources() -> dict[str, str]:
    """Every file of ours that may put something on a page, by its place."""
    files = [path for kind in ("*.py", "*.js", "*.jsx") for path in _PACKAGE.rglob(kind)]
    return {path.relative_to(_PACKAGE).as_posix(): path.read_text("utf-8") for path in files}


def test_the_sample_report_is_made_by_this_program_and_marks_words_of_its_conversation():
    from darasa_reflex.states.report.sample import sample

    shown = sample()

    said = {u.text for row in shown.turns if row.speaker == "actor" for u in row.utterances}
    passages = [passage for answer in shown.report.answers for passage in answer.passages]
    marked = [piece.text for passage in passages for piece in passage.pieces if piece.note]
    assert marked
    assert all(any(text in whole for whole in said) for text in marked)
    assert len(shown.rubric.anchors) == 5
