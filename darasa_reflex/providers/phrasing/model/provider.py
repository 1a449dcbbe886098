"""A language model words the sentences of the built-in interviewer, whichever is in use."""

from collections.abc import AsyncGenerator
from contextlib import aclosing

from darasa_reflex.core.discovery import Keeps, Provider
from darasa_reflex.core.errors import ServiceUnavailable
from darasa_reflex.features.interviews.engines.phrasing import Draft, Phrasing
from darasa_reflex.features.language_models.service import LanguageModels, Use
from darasa_reflex.providers.phrasing.model.cutting import Cutter
from darasa_reflex.providers.phrasing.model.task import SYSTEM, content

# Two sentences take about 60 tokens; the rest is for models that think first.
_MOST_TOKENS = 400


class ModelPhrasing:
    """See `Phrasing`. Without a model that is quick enough, the templates stand."""

    def __init__(self, models: LanguageModels) -> None:
        self._models = models

    @property
    def verbatim(self) -> bool:
        """See `Phrasing.verbatim`."""
        return self._models.serving(Use.WORDING) is None

    @property
    def label(self) -> str:
        """See `Phrasing.label`."""
        asker = self._models.serving(Use.WORDING)
        return f"Its sentences are worded by {asker.names.title}." if asker else ""

    def warm(self) -> None:
        """See `Phrasing.warm`."""
        if asker := self._models.serving(Use.WORDING):
            asker.model.warm()

    async def sentences(self, draft: Draft) -> AsyncGenerator[str]:
        """See `Phrasing.sentences`."""
        asker, cutter, whole = self._models.needed(Use.WORDING), Cutter(), 0
        try:
            async with aclosing(asker.stream(SYSTEM, content(draft), _MOST_TOKENS)) as pieces:
                async for piece in pieces:
                    for sentence in cutter.take(piece):
                        yield sentence
                        whole += 1
        except ServiceUnavailable:
            if not whole:
                raise
            return  # what was cut off is not said
        for sentence in cutter.rest():
            yield sentence


def _build(keys: object, language_model: LanguageModels) -> Phrasing:
    del keys
    return ModelPhrasing(language_model)


PROVIDER = Provider[Phrasing](
    name="model",
    title="A language model",
    rank=10,
    parts=("language_model",),
    build=_build,
    keeps=Keeps(
        "A language model outside of this server was sent what you said, so that it could word "
        "the interviewer's sentences. Darasa has no way to delete anything there."
    ),
)
