"""Several independent passes over one interview, joined into one verdict by arithmetic.

Each pass comes with its quotes checked, so that a rating without a quote that stands is not
among those counted.
"""

from collections.abc import Sequence
from dataclasses import replace
from statistics import fmean, median_low

from darasa_reflex.core.words.stored import sentence
from darasa_reflex.features.feedback.judging.evidence import Quote
from darasa_reflex.features.feedback.judging.judge import Ruling, Verdict

# Source: rules of ratings; from this spread on the passes do not tell a level.
UNSURE_FROM = 4
LEAST_PASSES = 2
_MOST_QUOTES = 3
_MOST_POINTS = 3


def agreed(passes: Sequence[Verdict]) -> Verdict:
    """Return one verdict of at least one pass; all passes rule on the same categories.

    A rating is the median of the passes that gave one; of an even number the lower of the two in
    the middle, so that it is a level some pass chose. A category that fewer than two passes rated
    is not rated. Words and quotes come from the passes nearest the median.
    """
    rulings = tuple(_joined(of_one) for of_one in zip(*(p.rulings for p in passes), strict=True))
    central = sorted(passes, key=lambda one: _distance(one, rulings))
    return replace(
        central[0],
        rulings=rulings,
        strengths=tuple(_strengths(central))[:_MOST_POINTS],
        improvements=next((p.improvements for p in central if p.improvements), ())[:_MOST_POINTS],
        passes=len(passes),
        overall_spread=_overall_spread(passes, rulings),
        removed=sum(one.removed for one in passes),
    )


def _joined(rulings: Sequence[Ruling]) -> Ruling:
    rated = [ruling for ruling in rulings if ruling.rating is not None]
    levels = [ruling.rating or 0 for ruling in rated]
    if len(rated) < min(LEAST_PASSES, len(rulings)):
        return next(ruling for ruling in rulings if ruling.rating is None)
    middle = median_low(levels)
    nearest = sorted(rated, key=lambda ruling: abs((ruling.rating or 0) - middle))
    spread = (min(levels), max(levels)) if len(rulings) > 1 else None
    unsure = max(levels) - min(levels) >= UNSURE_FROM
    if unsure:
        return replace(
            nearest[0], rating=None, unsure=True, spread=spread, quotes=_quotes(nearest),
            reason=sentence(
                "Unsure: the passes disagreed, from {low} to {high} of 10.",
                low=min(levels), high=max(levels),
            ),
        )  # fmt: skip
    same = [ruling for ruling in nearest if ruling.rating == nearest[0].rating]
    return replace(nearest[0], rating=middle, spread=spread, quotes=_quotes(same))


def _quotes(rulings: Sequence[Ruling]) -> tuple[Quote, ...]:
    """Return up to three quotes, the first of each ruling before the second of any."""
    most = max((len(ruling.quotes) for ruling in rulings), default=0)
    found: list[Quote] = []
    for place in range(most):
        for ruling in rulings:
            if place < len(ruling.quotes) and not is_known(ruling.quotes[place], found):
                found.append(ruling.quotes[place])
    return tuple(found[:_MOST_QUOTES])


def is_known(quote: Quote, found: Sequence[Quote]) -> bool:
    """Tell whether a quote, or one that holds it or lies in it, is there already."""
    return any(
        quote.turn == other.turn and (quote.text in other.text or other.text in quote.text)
        for other in found
    )


def _strengths(passes: Sequence[Verdict]) -> list[tuple[str, Quote]]:
    found: list[tuple[str, Quote]] = []
    for one in passes:
        for text, quote in one.strengths:
            if not is_known(quote, [kept for _, kept in found]):
                found.append((text, quote))
    return found


def _distance(one: Verdict, rulings: Sequence[Ruling]) -> int:
    pairs = [(own.rating, joint.rating) for own, joint in zip(one.rulings, rulings, strict=True)]
    return sum(abs(own - joint) for own, joint in pairs if own is not None and joint is not None)


def _overall_spread(
    passes: Sequence[Verdict], rulings: Sequence[Ruling]
) -> tuple[float, float] | None:
    """Return lowest and highest mean of a pass, over the categories that are rated in the end."""
    rated = {ruling.key for ruling in rulings if ruling.rating is not None}
    means = [
        fmean(levels)
        for one in passes
        if (levels := [r.rating for r in one.rulings if r.key in rated and r.rating is not None])
    ]
    return (round(min(means), 1), round(max(means), 1)) if len(means) > 1 else None
