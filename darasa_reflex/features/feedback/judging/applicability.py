"""Which categories nobody could rate, whoever judges: decided by code before any number."""

from darasa_reflex.core.words.stored import sentence
from darasa_reflex.features.answers import topic
from darasa_reflex.features.feedback.delivery import pace
from darasa_reflex.features.feedback.delivery.metric import NO_TIMES, NotMeasurable
from darasa_reflex.features.feedback.delivery.timing import spoken_answers
from darasa_reflex.features.feedback.exchanges import exchanges
from darasa_reflex.features.feedback.found.rules import WHEN_UNTIMED
from darasa_reflex.features.feedback.judging.judge import Ruling
from darasa_reflex.features.feedback.material import Material

# Fewer particular words than this in title and description: nothing to compare with.
_LEAST_JOB_STEMS = 3
_ADD_TEXT = sentence("Add the job's description, so that answers can be compared with it.")
_NO_JOB_TEXT = sentence("Not enough evidence: the job's text is too short to compare answers with.")
# As the rows of measured speech say it.
_UNTIMED = {
    NO_TIMES: sentence(
        "Not enough evidence: there are no spoken answers whose begin and end are known."
    ),
    pace.TOO_LITTLE: sentence(
        "Not enough evidence: there are fewer than 30 seconds of spoken answers."
    ),
    pace.TOO_LITTLE_READ: sentence(
        "Not enough evidence: there are fewer than 30 seconds of spoken answers that were "
        "understood."
    ),
}


def unrateable(material: Material) -> tuple[Ruling, ...]:
    """Return a ruling without a number for each category that cannot be rated."""
    asked = [exchange for exchange in exchanges(material) if exchange.kind.is_rated]
    rate = pace.speech_rate(spoken_answers(asked))
    found: list[Ruling] = []
    if isinstance(rate, NotMeasurable):
        found.append(_refused("pacing_timing", _UNTIMED[rate], WHEN_UNTIMED))
    if reason := no_job_text(material):
        found.append(_refused("role_fit", reason, _ADD_TEXT))
    return tuple(found)


def no_job_text(material: Material) -> str | None:
    """Return why answers cannot be compared with the job; None when they can."""
    job = material.job
    known = topic.job_stems(job.title or "", job.description, *job.requirements)
    return _NO_JOB_TEXT if len(known) < _LEAST_JOB_STEMS else None


def _refused(key: str, reason: str, next_step: str) -> Ruling:
    return Ruling(key=key, rating=None, reason=reason, next_step=next_step)
