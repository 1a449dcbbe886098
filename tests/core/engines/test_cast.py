"""Which engine of a port plays, and what is said of better ones."""

import sys

import pytest
from pydantic import SecretStr

from darasa_reflex.core.engines.cast import AUTO, Cast, cast_of
from darasa_reflex.core.engines.discovery import Provider, find
from darasa_reflex.core.errors import ServiceUnavailable
from darasa_reflex.parts import PORTS, providers

GOOD = Provider[str](name="good", title="Good", rank=2, build=lambda keys: "good", needs=("KEY",))
PLAIN = Provider[str](name="plain", title="Plain", rank=0, build=lambda keys: "plain")
KEY = {"KEY": SecretStr("x")}


def cast(*found: Provider, wanted: str = AUTO, keys=None) -> Cast[str]:
    return cast_of(found, wanted, keys or {}, lambda provider: provider.build(keys))


class Changing:
    """An engine that may become usable while the server runs."""

    def __init__(self, label: str, obstacle: str | None = None) -> None:
        self.label, self.obstacle = label, obstacle


def test_the_best_engine_that_can_run_plays():
    assert cast(GOOD, PLAIN, keys=KEY).best == "good"
    assert cast(GOOD, PLAIN).best == "plain"
    assert cast(GOOD, PLAIN).sentences == ("Plain.", "Not Good: KEY is not set.")


def test_a_named_engine_without_its_key_is_refused_in_one_sentence():
    with pytest.raises(ServiceUnavailable, match="Good cannot run here: KEY is not set"):
        cast(GOOD, PLAIN, wanted="good")


def test_an_unknown_engine_is_refused():
    with pytest.raises(ServiceUnavailable, match='no engine called "other"'):
        cast(GOOD, PLAIN, wanted="other")


def test_who_names_an_engine_hears_nothing_of_better_ones():
    assert cast(GOOD, PLAIN, wanted="plain", keys=KEY).sentences == ("Plain.",)


def test_a_better_engine_plays_as_soon_as_it_can():
    better = Changing("Better.", "it is not fetched yet.")
    both = Cast.of(better, Changing("Usual."), titles=("Better", "Usual"))

    before = both.sentences
    better.obstacle = None

    assert before == ("Usual.", "Not Better: it is not fetched yet.")
    assert both.sentences == ("Better.",)


def test_what_a_person_chose_is_told_and_leads_to_the_next_best():
    both = Cast.of(Changing("Better."), Changing("Usual."), titles=("Better", "Usual"))
    usual = both.chosen("usual")

    assert both.why(usual) == ("Chosen by you instead of Better.",)
    assert both.after(both.playing) == usual
    assert both.after(usual) is None
    assert both.chosen("gone") == both.playing


def test_what_a_person_chose_does_not_play_once_it_cannot():
    better = Changing("Better.")
    both = Cast.of(better, Changing("Usual."), titles=("Better", "Usual"))
    assert both.chosen("better").title == "Better"

    better.obstacle = "its key was taken away."

    assert both.chosen("better").title == "Usual"


def test_an_engine_is_built_when_it_is_needed_and_once():
    built = []
    row = Provider[str](name="one", title="One", rank=0, build=lambda keys: built.append(1) or "x")

    own = cast(row)

    assert built == []
    assert own.best is own.best
    assert built == [1]


@pytest.fixture
def with_broken_files(tmp_path, monkeypatch):
    """A port's folder in which one file lacks a package and another one breaks by itself."""
    folder = tmp_path / "a_port"
    folder.mkdir()
    (folder / "__init__.py").touch()
    (folder / "lost.py").write_text("import not_there\n")
    (folder / "wild.py").write_text("raise ValueError('a secret of somebody')\n")
    good = "from darasa_reflex.core.engines.discovery import Provider\n"
    (folder / "good.py").write_text(
        f"{good}PROVIDER = Provider(name='good', title='Good', rank=1, build=lambda keys: 'good')\n"
    )
    monkeypatch.syspath_prepend(tmp_path)
    yield __import__("a_port")
    for name in [one for one in sys.modules if one.split(".")[0] == "a_port"]:
        del sys.modules[name]


def test_a_file_that_cannot_be_loaded_is_a_sentence_and_the_rest_goes_on(with_broken_files):
    own = cast(*find(with_broken_files))

    assert own.best == "good"
    assert own.why() == (
        "Not lost: its file cannot be loaded (No module named 'not_there').",
        "Not wild: its file cannot be loaded (ValueError).",
    )
    with pytest.raises(ServiceUnavailable, match="lost cannot run here: its file"):
        cast(*find(with_broken_files), wanted="lost")


# Nothing needs a language model.
@pytest.mark.parametrize("port", sorted(PORTS.keys() - {"language_model"}))
def test_every_port_has_an_engine_that_needs_no_key(port):
    assert any(not provider.needs for provider in providers(port))
