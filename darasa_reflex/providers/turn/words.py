"""Turn detection by nothing but the words: what always works."""

from darasa_reflex.core.engines.discovery import Provider
from darasa_reflex.core.words.stored import sentence
from darasa_reflex.features.interviews.engines.speech.turn_detection import TurnDetector


class WordsAlone:
    """Hears nothing in the voice, so that words and silence decide."""

    label, obstacle, fetched = "", None, True

    async def over(self, pcm: bytes) -> float | None:
        """See `TurnDetector.over`."""
        del pcm
        return None


def _build(keys: object) -> TurnDetector:
    del keys
    return WordsAlone()


PROVIDER = Provider[TurnDetector](name="words", title=sentence("words alone"), rank=0, build=_build)
