"""From the model's answer to a verdict: what code cannot confirm is not in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pydantic import ValidationError

from darasa_reflex.features.answers import left_out
from darasa_reflex.features.feedback.judging import evidence, prose
from darasa_reflex.features.feedback.judging.evidence import Quote
from darasa_reflex.features.feedback.judging.judge import UNFOUND, Ruling, Verdict
from darasa_reflex.features.feedback.judging.rubric import Category
from darasa_reflex.features.feedback.material import Said
from darasa_reflex.providers.judge.gemini import failures
from darasa_reflex.providers.judge.gemini.schema import Claim, Rated, RatedCategory

LABEL = "by a language model"
_UNWORDED = "The reason given held numbers that were not measured, so it is left out."
_UNTOLD = "Not enough evidence: the answers do not tell."
_LONGEST_SHOWS = 80
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
        turns: The transcript.
        facts: Name of a measured value to the value as shown.
    """

    asked: Sequence[Category]
    turns: Sequence[Said]
    facts: Mapping[str, str]

    def verdict(self, text: str) -> Verdict:
        """Return the verdict of one pass; quotes are found, claims without one are counted.

        Raises:
            Unusable: The answer is of another shape, or leaves a category out.
        """
        try:
            rated = Rated.model_validate_json(text)
        except ValidationError:
            raise failures.invalid() from None
        by_key = {row.category: row for row in rated.categories}
        if any(category.key not in by_key for category in self.asked):
            raise failures.invalid()
        rulings = [self._ruling(category, by_key[category.key]) for category in self.asked]
        strengths = [(claim, self._found(claim)) for claim in rated.strengths[:_MOST_READ]]
        claimed = sum(len(by_key[category.key].claims) for category in self.asked)
        removed = claimed - sum(found for _, found in rulings)
        return Verdict(
            label=LABEL,
            rulings=tuple(ruling for ruling, _ in rulings),
            strengths=tuple(
                (self._shows(claim, quote), quote) for claim, quote in strengths if quote
            ),
            improvements=self._improvements(rated.improvements),
            removed=removed + sum(quote is None for _, quote in strengths),
        )

    def _ruling(self, category: Category, row: RatedCategory) -> tuple[Ruling, int]:
        """Return the ruling and how many of its claims stand."""
        quotes = [quote for claim in row.claims[:_MOST_READ] if (quote := self._found(claim))]
        said = [quote.text for quote in quotes]
        level, reason = row.level, prose.worded(row.reason, self.facts, said)
        if level and not quotes and category.key != _MEASURED:
            level, reason = None, UNFOUND
        elif not reason:
            reason = _UNTOLD if level is None else _UNWORDED
        step = prose.worded(row.next_step, self.facts, said) or _next_anchor(category, level or 0)
        ruling = Ruling(
            key=category.key, rating=level, reason=reason, next_step=step,
            quotes=tuple(quotes[:_MOST_CLAIMS]) if level is not None else (),
        )  # fmt: skip
        return ruling, len(quotes)

    def _found(self, claim: Claim) -> Quote | None:
        """Return the transcript's own words; what speaks to whoever rates is no evidence."""
        turns = [turn for turn in self.turns if turn.from_text or not turn.rough]
        found = evidence.find(claim.quote, turns, turn=claim.turn)
        found = found or evidence.find(claim.quote, turns)
        if found is None or left_out.speaks_to_rater(found.text):
            return None
        shows = prose.worded(claim.shows, self.facts, [found.text])
        text = evidence.shortened(found.text)
        return Quote(found.turn, text, found.at_ms, shows if len(shows) <= _LONGEST_SHOWS else "")

    def _shows(self, claim: Claim, quote: Quote) -> str:
        shows = prose.worded(claim.shows, self.facts, [quote.text])
        return shows[:1].upper() + shows[1:] or "Your own words"

    def _improvements(self, told: Sequence[str]) -> tuple[str, ...]:
        worded = (prose.worded(text, self.facts) for text in told)
        return tuple(text for text in worded if text)[:_MOST_IMPROVEMENTS]


def _next_anchor(category: Category, level: int) -> str:
    """Return the next level's anchor as something to aim for."""
    higher = [text for anchor, text in category.anchors.items() if anchor > level]
    return f"Aim for this: {higher[0]}" if higher else "Keep doing this."
