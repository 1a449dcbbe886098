"""The strip of an answer: the parts its kind of question asks for, and where each was found."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from darasa_reflex.core.words.marks import marked
from darasa_reflex.features.answers import words
from darasa_reflex.features.answers.parts import Part
from darasa_reflex.features.answers.words import Sentence
from darasa_reflex.features.feedback.exchanges import Kind
from darasa_reflex.features.feedback.found.answered import Answer


@dataclass(frozen=True, slots=True)
class Slot:
    """A part with its name.

    Attributes:
        name: In English, by which it is known; pages look it up in their catalogue.
        any_of: The first of these that was found shows it.
        always: Whether it is shown when it was not found, too.
    """

    name: str
    any_of: tuple[Part, ...]
    always: bool = True


_YOU = re.compile(r"\byour?\b")
# These are answered by a fact, a yes or a choice, of which no part is missing.
_FACT = re.compile(
    r"(?:^|[.,!] )(?:and |so |now )?(?:have you (?!ever\b)|do you (?:have|know|hold|own|speak)\b|"
    r"are you |any |"
    r"what do you know (?:about|of)\b|how (?:good )?is your\b|"
    r"how (?:many|much|long|often|old)\b|which of |(?:what|which) (?:\w+ ){1,3}have you )"
)
# "And Istio?" leaves open what is asked of it.
_FEWEST_ASKED = 3
# What only "we" did is nobody's own part.
_EXAMPLE = marked("Example")
_OWN, OURS = marked("Your part"), marked("What “we” did")
_LEARNED = Slot(marked("What you learned"), (Part.REFLECTION,), always=False)
_NUMBER = Slot(marked("A number"), (Part.NUMBER,), always=False)
SLOTS: Mapping[Kind, tuple[Slot, ...]] = {
    Kind.EXPERIENCE: (
        Slot(marked("Situation"), (Part.SITUATION,)),
        Slot(_OWN, (Part.ACTION, Part.SHARED, Part.STEP)),
        Slot(marked("Why"), (Part.REASON,)),
        Slot(marked("Result"), (Part.RESULT,)),
        _LEARNED,
        _NUMBER,
    ),
    Kind.APPROACH: (
        Slot(marked("Method"), (Part.STEP, Part.ACTION, Part.SHARED)),
        Slot(marked("Reason"), (Part.REASON,)),
        Slot(_EXAMPLE, (Part.ACTION, Part.SHARED, Part.CASE)),
        _NUMBER,
    ),
    Kind.MOTIVATION: (
        Slot(marked("Reason"), (Part.REASON,), always=False),
        Slot(marked("What you have done"), (Part.ACTION,), always=False),
    ),
    Kind.INTRODUCTION: (
        Slot(marked("What you have done"), (Part.ACTION,), always=False),
        _NUMBER,
    ),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A part of an answer on its strip.

    Attributes:
        sentence: Where it was found; None: not found by word rules.
    """

    name: str
    sentence: Sentence | None


def strip(answer: Answer) -> tuple[Shown, ...]:
    """Return the strip of an answer; empty where its words were not read."""
    if not answer.reading.sentences:
        return ()
    parts = answer.reading.parts
    asked = _is_asked(answer)
    found = (
        Shown(_name(slot, parts), next((parts[p] for p in slot.any_of if p in parts), None))
        for slot in SLOTS.get(answer.exchange.kind, ())
        if (asked and slot.always) or any(part in parts for part in slot.any_of)
    )
    return tuple(found)


def asks_for_parts(answer: Answer) -> bool:
    """Tell whether parts are missing where they are not found: not to a question for a fact."""
    slots = SLOTS.get(answer.exchange.kind, ())
    return any(slot.always for slot in slots) and _is_asked(answer)


def _is_asked(answer: Answer) -> bool:
    """Tell whether parts are asked for: none by "What is an index for?"."""
    asked = words.plain(answer.exchange.question)
    explains = answer.exchange.kind is Kind.APPROACH and not _YOU.search(asked)
    short = len(asked.split()) < _FEWEST_ASKED
    return not (explains or short or _FACT.search(asked))


def _name(slot: Slot, parts: Mapping[Part, Sentence]) -> str:
    """Return the name of a part; what only "we" did is nobody's own."""
    ours = slot.name == _OWN and Part.ACTION not in parts and Part.SHARED in parts
    return OURS if ours else slot.name
