"""The judge that is a language model, whichever is in use."""

from darasa_reflex.core.engines.discovery import Provider
from darasa_reflex.core.words.stored import sentence
from darasa_reflex.features.feedback.by_model.judge import ModelJudge
from darasa_reflex.features.feedback.judging.judge import Judge
from darasa_reflex.features.language_models.service import LanguageModels


def _build(keys: object, language_model: LanguageModels) -> Judge:
    del keys
    return ModelJudge(language_model)


PROVIDER = Provider[Judge](
    name="model",
    title=sentence("a language model"),
    rank=10,
    parts=("language_model",),
    build=_build,
)
