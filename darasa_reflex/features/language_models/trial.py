"""Trying a model out: a real round trip, and what it is good enough for."""

from dataclasses import dataclass
from time import monotonic

from pydantic import BaseModel

from darasa_reflex.core.words.stored import sentence
from darasa_reflex.features.language_models.asking import Asker
from darasa_reflex.features.language_models.choice import PATIENT_WAIT_SECONDS, Use
from darasa_reflex.features.language_models.failures import NotAnswered, Trouble
from darasa_reflex.features.language_models.material import as_material
from darasa_reflex.features.language_models.task import Task

# Source: facts on language models; a sentence must begin within a second and keep up with speech.
LIVE_FIRST_SECONDS, LIVE_LETTERS_PER_SECOND = 1.0, 60.0
# What somebody who waits longer waits for, with room for a longer question than the test's.
_FIRST_SENTENCE_LETTERS, _PATIENT_SECONDS = 100, PATIENT_WAIT_SECONDS / 2
SMALL_BELOW, LEAST_FOR_FEEDBACK = 14.0, 3.0
_SENTENCE = "I moved 1,200 orders in one night and checked each of them by hand."
_MOST_TOKENS = 2_048
# A server may send a sentence at once; nothing can be said of its pace then.
_SHORTEST_SECONDS = 0.05


class Found(BaseModel):
    """The answer of a trial."""

    quote: str
    number: int
    done: bool


_TASK = Task(
    name="trial",
    instruction=(
        "MATERIAL holds a sentence somebody said. Give the sentence letter by letter as `quote`, "
        "the number in it as a whole number, and whether something was done."
    ),
    shape=Found,
    check=lambda found: (
        None
        if (found.quote.strip(), found.number) == (_SENTENCE, 1_200)
        else "quote, number: wrong"
    ),
    most_tokens=_MOST_TOKENS,
)
_TALK = "Say in one friendly sentence of about twenty words that you are ready for the interview."


@dataclass(frozen=True, slots=True)
class Trial:
    """What came of a trial.

    Attributes:
        uses: What the model is good enough for.
        told: What was found, as sentences.
        small: Whether it is a small model.
        patient: Whether it is quick enough for somebody who waits longer.
    """

    uses: frozenset[Use]
    told: tuple[str, ...]
    small: bool = False
    patient: bool = False


async def tried(asker: Asker, billions: float | None = None) -> Trial:
    """Return what a model is good enough for, after talking with it.

    Args:
        asker: Of the model.
        billions: Its size, if known, in thousand millions of parameters.

    Raises:
        NotAnswered: It does not answer at all.
    """
    first, pace = await _spoken(asker)
    quick = first <= LIVE_FIRST_SECONDS and pace >= LIVE_LETTERS_PER_SECOND
    takes = first + _FIRST_SENTENCE_LETTERS / max(pace, 1.0)
    keeps_form = await _keeps_form(asker)
    large_enough = billions is None or billions >= LEAST_FOR_FEEDBACK
    uses = {Use.WORDING} if quick else set[Use]()
    uses |= {Use.FEEDBACK} if keeps_form and large_enough else set[Use]()
    return Trial(
        frozenset(uses),
        (
            sentence(
                "It began to answer after {seconds} s and wrote {letters} letters a second.",
                seconds=round(first, 1),
                letters=round(pace),
            ),
            sentence("Quick enough to follow up live.")
            if quick
            else sentence(
                "Too slow to follow up live: a sentence takes it about {seconds} s.",
                seconds=round(takes),
            ),
            sentence("It keeps the form that feedback needs.")
            if keeps_form
            else sentence("It does not keep the form that feedback needs."),
            *([] if large_enough else [sentence("It is too small to rate answers.")]),
        ),
        small=billions is not None and billions < SMALL_BELOW,
        patient=takes <= _PATIENT_SECONDS,
    )


async def _spoken(asker: Asker) -> tuple[float, float]:
    """Return seconds to the first word, and letters a second after it."""
    # The first question of all loads the model; what comes after it is what an interview meets.
    await _said(asker)
    return await _said(asker)


async def _said(asker: Asker) -> tuple[float, float]:
    began, first, letters = monotonic(), 0.0, 0
    async for piece in asker.stream(_TALK, [as_material("MATERIAL", {})], _MOST_TOKENS):
        first = first or monotonic()
        letters += len(piece)
    if not letters:
        raise NotAnswered(asker.names, Trouble.EMPTY)
    return first - began, letters / max(monotonic() - first, _SHORTEST_SECONDS)


async def _keeps_form(asker: Asker) -> bool:
    try:
        await asker.ask(_TASK, [as_material("MATERIAL", {"said": _SENTENCE})])
    except NotAnswered as failure:
        if failure.trouble in {Trouble.SHAPE, Trouble.CUT, Trouble.EMPTY, Trouble.REQUEST}:
            return False
        raise
    return True
