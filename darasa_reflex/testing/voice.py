"""What every voice promises: sound that a browser can play, for all that an interviewer says."""

from typing import Any

import pytest

from darasa_reflex.core.engines.discovery import Provider
from darasa_reflex.features.interviews.engines.speech.speech import Synthesizer
from darasa_reflex.testing.provider import ProviderContract

_SHORT = "Thank you."
_LONG = "Tell me about a problem that you solved with others, and what became of it in the end."
_SLOWEST_HZ, _FASTEST_HZ = 8_000, 48_000
_BYTES_PER_SAMPLE = 2


class VoiceContract(ProviderContract):
    """Lets a voice speak. Override `voice` for one that takes keys or parts."""

    @pytest.fixture
    def voice(self, one: Provider[Any]) -> Synthesizer:
        """Return the voice."""
        return one.build({})

    @pytest.mark.anyio
    async def test_it_tells_in_a_short_sentence_what_it_is(self, voice: Synthesizer) -> None:
        assert voice.label.endswith(".")
        assert voice.obstacle is None

    @pytest.mark.anyio
    async def test_what_it_says_is_sound_and_more_words_take_longer(
        self, voice: Synthesizer
    ) -> None:
        short, long = await voice.speak(_SHORT), await voice.speak(_LONG)

        assert short.hz == long.hz
        assert _SLOWEST_HZ <= short.hz <= _FASTEST_HZ
        assert 0 < short.milliseconds < long.milliseconds
        assert len(long.pcm) % _BYTES_PER_SAMPLE == 0
        assert any(long.pcm)

    @pytest.mark.anyio
    @pytest.mark.parametrize(
        "text", ["3.5 % of $1,200?", "C++ & SQL: “ok”", "Müller's naïve café."]
    )
    async def test_it_speaks_numbers_signs_and_names(self, voice: Synthesizer, text: str) -> None:
        assert (await voice.speak(text)).milliseconds > 0
