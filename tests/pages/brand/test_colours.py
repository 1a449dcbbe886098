"""A set of colours from one accent: everything in it can be read."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from darasa_reflex.brand import colours
from darasa_reflex.brand.colours import Unreadable, contrast, dark, dark_of, light
from tests.fixtures.server import ROOT

THEME = (ROOT / "assets" / "theme.css").read_text()
EVERY = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


def of_theme(name: str) -> dict[str, str]:
    """The variables of light or dark pages."""
    block = re.search(rf"\.{name}-theme {{(.*?)}}", THEME, re.DOTALL)[1]
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block))


def test_contrast_is_that_of_the_standard():
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.478, abs=0.001)


def test_the_grounds_are_those_of_the_theme():
    grounds = ("surface", "ground", "sunken", "raised")

    assert (of_theme("light")["accent"], of_theme("light")["on-accent"]) == colours.OURS
    assert {of_theme("light")[name] for name in grounds} == set(colours.LIGHT_GROUNDS)
    assert {of_theme("dark")[name] for name in grounds} == set(colours.DARK_GROUNDS)


def assert_readable(made: colours.Palette, page: dict[str, str], grounds: tuple[str, ...]) -> None:
    for ground in (*grounds, made.yours):
        assert contrast(made.accent, ground) >= colours.READABLE
    for name in ("text", "muted", "danger", "warning", "good"):
        assert contrast(page[name], made.yours) >= colours.READABLE, name
    assert contrast(page["line"], made.yours) >= 3
    for button in (made.accent, made.strong):
        assert contrast(made.on_accent, button) >= colours.READABLE


@given(EVERY)
@settings(max_examples=15, deadline=None, database=None)
def test_every_accent_is_readable_or_refused_with_one_that_is(accent):
    for make, name, grounds in (
        (light, "light", colours.LIGHT_GROUNDS),
        (dark, "dark", colours.DARK_GROUNDS),
    ):
        try:
            made = make(accent)
        except Unreadable as refusal:
            made = make(refusal.instead)
        assert_readable(made, of_theme(name), grounds)


@given(EVERY)
@settings(max_examples=15, deadline=None, database=None)
def test_the_accent_of_dark_pages_follows_from_that_of_light_ones(accent):
    assert_readable(dark(dark_of(accent)), of_theme("dark"), colours.DARK_GROUNDS)
