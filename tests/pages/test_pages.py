import inspect
from pathlib import Path

import pytest
import reflex as rx
from reflex_base.registry import RegistrationContext

import darasa_reflex
from darasa_reflex import pages

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


def registered():
    assert pages.MODULES
    return [
        pytest.param(build, kwargs, id=kwargs["route"])
        for build, kwargs in RegistrationContext.ensure_context().decorated_pages
    ]


def headings_in(rendered: object) -> int:
    """How many h1 elements stand in a rendered tree, in all its branches."""
    if isinstance(rendered, dict):
        own = 1 if rendered.get("name") == '"h1"' else 0
        return own + sum(headings_in(value) for value in rendered.values())
    if isinstance(rendered, list | tuple):
        return sum(headings_in(value) for value in rendered)
    return 0


@pytest.mark.parametrize(("build", "kwargs"), registered())
def test_every_page_builds_with_one_h1_and_a_title(build, kwargs):
    page = build()

    rendered = page.render()

    assert isinstance(page, rx.Component)
    assert headings_in(rendered) == 1
    assert kwargs["title"].endswith(" · Darasa")


def test_every_page_file_registers_a_page():
    files = {m for m in pages.MODULES if not m.__name__.split(".")[-1].startswith("_")}

    homes = {inspect.getmodule(f) for m in files for f in vars(m).values() if inspect.isfunction(f)}

    assert all("@page(" in inspect.getsource(module) for module in files)
    assert files <= homes


def test_every_page_under_app_reads_what_it_shows_on_load():
    silent = [
        kwargs["route"]
        for _, kwargs in (param.values for param in registered())
        if kwargs["route"].startswith("/app") and not kwargs.get("on_load")
    ]

    assert silent == []


@pytest.mark.parametrize("banned", _BANNED)
def test_nothing_renders_html_or_scripts_from_text(banned):
    guilty = [
        path.relative_to(_PACKAGE).as_posix()
        for kind in ("*.py", "*.js", "*.jsx")
        for path in _PACKAGE.rglob(kind)
        if banned in path.read_text(encoding="utf-8")
    ]

    assert guilty == []


def test_the_sample_report_is_made_by_this_program_with_quotes_from_its_conversation():
    from darasa_reflex.states.report.sample import sample

    shown = sample()

    said = {u.text for row in shown.turns if row.speaker == "actor" for u in row.utterances}
    quotes = [quote for category in shown.report.categories for quote in category.quotes]
    assert quotes
    assert all(any(quote.text in text for text in said) for quote in quotes)
    assert shown.picked
