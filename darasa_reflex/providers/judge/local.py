"""A judge without a model: what rules count in the words, and measured delivery. No marks."""

import anyio.to_thread

from darasa_reflex.core.engines.discovery import Provider
from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.core.words.stored import sentence
from darasa_reflex.features.feedback.judging.by_words import by_words
from darasa_reflex.features.feedback.judging.judge import Judge, Run, Verdict
from darasa_reflex.features.feedback.material import Material


class LocalJudge:
    """Counts words, and gives no mark. The same words always get the same counts."""

    name = "local"
    obstacle: str | None = None

    @property
    def label(self) -> str:
        """See `Judge.label`."""
        return _("By word cues, no marks.")

    async def judge(self, material: Material, run: Run) -> Verdict:
        """See `Judge.judge`. Runs in a thread."""
        del run
        return await anyio.to_thread.run_sync(by_words, material)


def _build(keys: object) -> Judge:
    del keys
    return LocalJudge()


PROVIDER = Provider[Judge](
    name="local", title=sentence("By word cues, no marks"), rank=0, build=_build
)
