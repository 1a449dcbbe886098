"""From a model's answer to a verdict: what code cannot confirm is not in it."""

from collections.abc import Sequence
from dataclasses import dataclass

from darasa_reflex.core.words.marks import marked
from darasa_reflex.core.words.stored import sentence
from darasa_reflex.features.feedback.by_model.ground import Ground
from darasa_reflex.features.feedback.by_model.shapes import Claim, Rated, RatedCategory
from darasa_reflex.features.feedback.judging.evidence import Quote
from darasa_reflex.features.feedback.judging.judge import UNFOUND, Ruling, Verdict
from darasa_reflex.features.feedback.judging.rubric import Category

LABEL = marked("by a language model")
_UNWORDED = sentence("The reason given could not be confirmed by code, so it is left out.")
_UNTOLD = sentence("Not enough evidence: the answers do not tell.")
_MOST_CLAIMS, _MOST_IMPROVEMENTS = 3, 3
# Each claim is looked for in every turn; what comes after so many counts as removed.
_MOST_READ = 10
# Rated from measurement, so without claims.
_MEASURED = "pacing_timing"


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads answers of rating passes over one interview.

    Attributes:
        asked: The categories every answer must rate, in order.
    """

    asked: Sequence[Category]
    ground: Ground

    def complaint(self, rated: Rated) -> str | None:
        """Return what an answer leaves out or says twice, in a few words; None when it is whole."""
        given = {row.category for row in rated.categories}
        left = [category.key for category in self.asked if category.key not in given]
        if left:
            return f"categories: {left[0]} is missing"
        levels = {(row.category, row.level) for row in rated.categories}
        twice = [key for key in given if sum(key == one for one, _ in levels) > 1]
        return f"categories: {twice[0]} is rated twice" if twice else None

    def verdict(self, rated: Rated) -> Verdict:
        """Return the verdict of one pass; quotes are found, claims without one are counted."""
        by_key = {row.category: row for row in rated.categories}
        rulings = [self._ruling(category, by_key[category.key]) for category in self.asked]
        strengths = [(claim, self._found(claim)) for claim in rated.strengths[:_MOST_READ]]
        improvements = [self.ground.sifted(text) for text in rated.improvements[:_MOST_READ]]
        removed = sum(lost for _, lost in rulings) + sum(quote is None for _, quote in strengths)
        return Verdict(
            label=LABEL,
            rulings=tuple(ruling for ruling, _ in rulings),
            strengths=tuple((_worded(quote), quote) for _, quote in strengths if quote),
            improvements=tuple(one.text for one in improvements if one.text)[:_MOST_IMPROVEMENTS],
            removed=removed + sum(one.dropped for one in improvements),
        )

    def _ruling(self, category: Category, row: RatedCategory) -> tuple[Ruling, int]:
        """Return the ruling and how many claims and sentences of it do not stand."""
        quotes = [quote for claim in row.claims[:_MOST_READ] if (quote := self._found(claim))]
        said = [quote.text for quote in quotes]
        level, told = row.level, self.ground.sifted(row.reason, said)
        reason = told.text
        if level and not quotes and category.key != _MEASURED:
            level, reason = None, UNFOUND
        elif not reason:
            reason = _UNTOLD if level is None else _UNWORDED
        step = self.ground.sifted(row.next_step, said)
        ruling = Ruling(
            key=category.key, rating=level, reason=reason,
            next_step=step.text or _next_anchor(category, level or 0),
            quotes=tuple(quotes[:_MOST_CLAIMS]) if level is not None else (),
        )  # fmt: skip
        return ruling, len(row.claims) - len(quotes) + told.dropped + step.dropped

    def _found(self, claim: Claim) -> Quote | None:
        found = self.ground.quote(claim.quote, claim.turn)
        if found is None:
            return None
        return Quote(found.turn, found.text, found.at_ms, self.ground.shows(claim.shows, found))


def _worded(quote: Quote) -> str:
    return quote.shows[:1].upper() + quote.shows[1:] or sentence("Your own words")


def _next_anchor(category: Category, level: int) -> str:
    """Return the next level's anchor as something to aim for."""
    higher = [text for anchor, text in category.anchors.items() if anchor > level]
    if not higher:
        return sentence("Keep doing this.")
    return sentence("Aim for this: {anchor}", anchor=sentence(higher[0]))
