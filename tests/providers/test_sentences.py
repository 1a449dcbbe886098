"""What engines say of themselves: kept once, and told to each reader in their own language."""

from types import SimpleNamespace

import pytest
from pydantic import SecretStr

from darasa_reflex.core.engines.cast import Cast, cast_of
from darasa_reflex.core.engines.discovery import Provider
from darasa_reflex.core.errors import DarasaError
from darasa_reflex.core.words.sentences import spoken_in
from darasa_reflex.core.words.stored import retold
from darasa_reflex.features.interviews.engines.languages import LANGUAGES
from darasa_reflex.features.interviews.engines.speech.voices import speaking
from darasa_reflex.features.interviews.engines.typing_only import hearing
from darasa_reflex.parts import PORTS, providers
from darasa_reflex.providers.interviewer.gemini_live.line import refusals
from darasa_reflex.providers.interviewer.hume import errors
from darasa_reflex.providers.interviewer.hume.rest import rest
from tests.fixtures.pseudo_language import outside_brackets, pseudo_language

# Nobody who holds an interview reads of these.
UNSEEN = {"floods", "identity", "package_index", "passwords", "question_bank"}
OURS = [(port, one) for port in PORTS if port not in UNSEEN for one in providers(port)]
# What they are called in every language.
NAMES = {
    "espeak-ng", "Gemini", "Gemini Live", "HTTP", "Hume EVI", "Piper", "Smart Turn", "Whisper",
    "A server that speaks OpenAI's protocol", "Model servers on this machine",  # never shown
}  # fmt: skip
SHELVES = {"empty": lambda key: None, "full": lambda key: "there"}
CODES = ("E0700", "E0705", "E0708", "E0714", "E0715", "E0723", "I0116")


def kept(*texts):
    """Return what of sentences would be shown in English to whoever reads another language."""
    return [left for text in texts if (left := outside_brackets(retold(text)))]


def a_cast(port, shelf):
    """The engines of a port of this machine, none of which has a key too few."""
    offered = {"models": SimpleNamespace(folder_of=SHELVES[shelf])}
    return Cast(
        tuple(
            cast_of(
                [one], one.name, {}, lambda p: p.build({}, **{n: offered[n] for n in p.parts})
            ).members[0]
            for one in providers(port)
            if one.lack({}) is None and set(one.parts) <= offered.keys()
        )
    )


@pytest.mark.parametrize(("port", "one"), OURS, ids=lambda one: getattr(one, "name", one))
def test_what_a_provider_lacks_and_keeps_is_told_in_the_readers_language(port, one, monkeypatch):
    keys = {name: SecretStr("x") for name in (*one.needs, *one.takes)}
    with pseudo_language(monkeypatch):
        told = [one.lack({}), one.lack(keys), one.keeps and one.keeps.told]
        assert kept(*filter(None, told)) == []
        assert one.title in NAMES or kept(one.title) == []


@pytest.mark.parametrize("shelf", SHELVES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_hears_and_speaks_is_told_in_the_readers_language(language, shelf, monkeypatch):
    ears, voices = a_cast("stt", shelf), a_cast("tts", shelf)
    turn = a_cast("turn", shelf)
    members = [*hearing(ears, language).members, *speaking(voices, language).members, *turn.members]
    told = [text for one in members for text in (one.label, one.obstacle, one.missed) if text]

    with pseudo_language(monkeypatch):
        assert len(told) > len(members)
        assert kept(*told) == []


@pytest.mark.parametrize("asks", ["en", "de"])
@pytest.mark.parametrize("name", ["gemini_live", "hume", "local"])
def test_every_interviewer_describes_itself_in_the_readers_language(name, asks, monkeypatch):
    one = next(one for one in providers("interviewer") if one.name == name)
    nobody = Cast.of(SimpleNamespace(label="", obstacle=None))
    pieces = {"stt": a_cast("stt", "full"), "tts": a_cast("tts", "empty"), "mind": nobody}
    given = {part: pieces[part] for part in one.parts if part in pieces}
    keys = {need: SecretStr("x") for need in one.needs}
    engine = one.build(keys, **given)
    told = engine.describe("de", asks)

    with pseudo_language(monkeypatch):
        assert kept(*told) == []
        assert any("German" in sentence for sentence in map(retold, told))


def test_what_is_wrong_with_a_plugin_is_told_in_the_readers_language(monkeypatch):
    def fails():
        raise ValueError

    broken = Provider[str](name="x", title="Parrot", rank=2, build=lambda keys: 1 / 0)
    unsure = Provider[str](name="y", title="Crow", rank=3, build=lambda keys: "y", obstacle=fails)
    plain = Provider[str](name="z", title="Hen", rank=0, build=lambda keys: "z")
    cast = cast_of([unsure, broken, plain], "auto", {}, lambda one: one.build({}))

    assert cast.why()[1] == "Not Parrot: it cannot be started (ZeroDivisionError)."
    with pseudo_language(monkeypatch):
        assert kept(*cast.sentences, *cast.why(cast.members[2])) == []
        assert "⟦it cannot tell" in retold(cast.why()[0])


def test_a_sentence_that_was_kept_is_told_to_each_reader_anew():
    cast = a_cast("stt", "empty")
    before = hearing(cast, "de").sentences

    with spoken_in("de"):
        told = [retold(one) for one in before]
    assert before[0] == "Nothing here can hear German yet: please type your answers."
    assert told[0].startswith("Hier wird Deutsch noch nicht verstanden")
    assert told[1].startswith("Nicht Whisper: Das ")
    assert told[1].endswith(" für viele Sprachen ist noch nicht geholt.")


def raised_by(function, *given):
    with pytest.raises(DarasaError) as raised:
        function(*given)
    return raised.value


def test_what_goes_wrong_with_a_vendor_is_told_in_the_readers_language(monkeypatch):
    with pseudo_language(monkeypatch):
        refused = [
            *(errors.of_status(status) for status in (400, 401, 403, 404, 408, 429, 500)),
            *(errors.of_code(code) for code in CODES),
            *(errors.of_opening(error) for error in (TimeoutError(), OSError())),
            *(refusals.of_status(status) for status in (401, 404, 429, 500)),
            *(refusals.of_reason(1008, why) for why in ("API key", "quota", "not found", "")),
            *(refusals.of_transport(error) for error in (TimeoutError(), OSError())),
            *(raised_by(rest._check, status) for status in (400, 401, 403, 404, 429, 500)),
        ]
        assert [left for one in refused if (left := outside_brackets(str(one)))] == []
