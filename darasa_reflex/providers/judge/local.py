"""A judge without a model: evidence cues in the words, and measured delivery."""

import anyio.to_thread

from darasa_reflex.core.discovery import Provider
from darasa_reflex.features.feedback.cues.verdict import by_cues
from darasa_reflex.features.feedback.judging.judge import Judge, Run, Verdict
from darasa_reflex.features.feedback.material import Material


class LocalJudge:
    """Rates by cues. The same words always get the same ratings."""

    name = "local"
    obstacle: str | None = None
    label = "By cues, without a model."

    async def judge(self, material: Material, run: Run) -> Verdict:
        """See `Judge.judge`. Runs in a thread."""
        del run
        return await anyio.to_thread.run_sync(by_cues, material)


def _build(keys: object) -> Judge:
    del keys
    return LocalJudge()


PROVIDER = Provider[Judge](name="local", title="By cues, without a model", rank=0, build=_build)
