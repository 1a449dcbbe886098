"""The port of judges: who rates what was said."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from darasa_reflex.features.feedback import evidence
from darasa_reflex.features.feedback.evidence import Quote
from darasa_reflex.features.feedback.material import Material, Said


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """What a judge says of one category.

    Attributes:
        key: Of the category in the rubric; never the overall one, which is arithmetic.
        rating: 0 to 10. None: not enough evidence, for `reason`.
        reason: Plain sentences to the person; numbers in them come from code.
        next_step: One plain sentence.
        quotes: What drove it. Their texts are claims until `checked`.
        spread: Lowest and highest of several passes; None for a single pass.
    """

    key: str
    rating: int | None
    reason: str
    next_step: str
    quotes: tuple[Quote, ...] = ()
    spread: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """All a judge says of an interview.

    Attributes:
        label: How the ratings came about, shown with them, as "by cues".
        strengths: Strongest first; each stands only with its quote.
        improvements: Most useful first, without quotes.
    """

    label: str
    rulings: tuple[Ruling, ...]
    strengths: tuple[tuple[str, Quote], ...] = ()
    improvements: tuple[str, ...] = ()
    passes: int = 1


class Judge(Protocol):
    """Rates interviews."""

    async def judge(self, material: Material) -> Verdict:
        """Return a verdict; blocks nothing: slow work happens elsewhere.

        Raises:
            ServiceUnavailable: It cannot be asked, or broke off.
        """
        ...


def checked(verdict: Verdict, turns: Sequence[Said]) -> tuple[Verdict, int]:
    """Return the verdict with only the quotes that code finds, and how many were removed.

    A rating all of whose quotes are removed is withdrawn.
    """
    rulings = tuple(_checked(ruling, turns) for ruling in verdict.rulings)
    strengths = tuple(
        (text, found) for text, quote in verdict.strengths if (found := _found(quote, turns))
    )
    before = sum(len(r.quotes) for r in verdict.rulings) + len(verdict.strengths)
    after = sum(len(r.quotes) for r in rulings) + len(strengths)
    return replace(verdict, rulings=rulings, strengths=strengths), before - after


def _checked(ruling: Ruling, turns: Sequence[Said]) -> Ruling:
    quotes = tuple(found for quote in ruling.quotes if (found := _found(quote, turns)))
    if ruling.quotes and not quotes:
        reason = "Not enough evidence: what this rested on could not be found in your words."
        return replace(ruling, rating=None, reason=reason, quotes=(), spread=None)
    return replace(ruling, quotes=quotes)


def _found(quote: Quote, turns: Sequence[Said]) -> Quote | None:
    return evidence.find(quote.text, turns, quote.shows, quote.turn)
