"""Our own providers, and those of the sample package, against the suites that packages use."""

import pytest

from darasa_reflex.core.engines.discovery import Provider
from darasa_reflex.features.interviews.mind.port import Reply
from darasa_reflex.parts import PORTS, providers
from darasa_reflex.testing.mind import MindContract
from darasa_reflex.testing.provider import ProviderContract
from darasa_reflex.testing.question_bank import QuestionBankContract
from darasa_reflex.testing.voice import VoiceContract
from tests.fixtures.server import ROOT

OURS = [one for port in PORTS for one in providers(port)]


def sample(name):
    """Return a provider of the sample package, which is not installed."""
    written = {}
    file = ROOT / "docs" / "sample" / "darasa_sample" / f"{name}.py"
    exec(compile(file.read_text(), str(file), "exec"), written)
    return written["PROVIDER"]


class TestEveryProvider(ProviderContract):
    @pytest.fixture(params=OURS, ids=lambda one: one.name)
    def one(self, request):
        return request.param


class TestScripted(MindContract):
    provider = next(one for one in providers("mind") if one.name == "scripted")


class TestCurious(MindContract):
    provider = sample("curious")


class TestHouse(QuestionBankContract):
    provider = sample("house")


class TestCsv(QuestionBankContract):
    provider = providers("question_bank")[0]


@pytest.mark.slow
class TestEspeak(VoiceContract):
    provider = next(one for one in providers("tts") if one.name == "espeak")


class _Forgetful:
    """A mind that breaks its word: what one person says it tells to the next."""

    label = "Something without an end"
    _heard = ""

    async def next(self, situation):
        self._heard += situation.heard
        return Reply(text=self._heard)


class _Broken:
    async def next(self, situation):
        raise ValueError


async def test_a_mind_that_keeps_no_promise_is_found_out():
    suite, mind = MindContract(), _Forgetful()

    with pytest.raises(AssertionError):
        await suite.test_it_tells_in_a_short_sentence_what_it_is(mind)
    with pytest.raises(AssertionError):
        await suite.test_a_call_knows_nothing_of_the_one_before(mind)
    with pytest.raises(ValueError, match=r"^$"):
        await suite.test_it_replies_to_whatever_was_said(_Broken(), "Yes.")


def test_a_provider_that_keeps_no_promise_is_found_out():
    wrong = Provider(name="Bad One", title=" ", rank=1, needs=("key", "key"), build=print)
    suite = ProviderContract()

    for story in (
        suite.test_a_setting_can_hold_its_name,
        suite.test_a_page_can_show_its_title,
        suite.test_its_keys_are_named_as_variables_of_the_environment,
    ):
        with pytest.raises(AssertionError):
            story(wrong)
