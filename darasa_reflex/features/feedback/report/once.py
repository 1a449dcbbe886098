"""The same words are quoted once in a report: where they are read first."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from darasa_reflex.core.words.stored import joined, sentence
from darasa_reflex.features.feedback.judging.consensus import is_known
from darasa_reflex.features.feedback.judging.evidence import Quote
from darasa_reflex.features.feedback.report.category import CategoryResult
from darasa_reflex.features.feedback.report.report import CoverageRow, Point, QuestionRow

_ABOVE = sentence("It rests on words that are quoted in another place of this report.")


class Once:
    """Remembers what was quoted. Hand it what is read first, first.

    Args:
        taken: Quotes that stay where they are whatever comes: those of red flags.
    """

    def __init__(self, taken: Iterable[Quote] = ()) -> None:
        self._taken = list(taken)

    def holds(self, quote: Quote | None) -> bool:
        """Tell whether the words are quoted already."""
        return quote is not None and is_known(quote, self._taken)

    def quotes(self, quotes: Sequence[Quote]) -> tuple[Quote, ...]:
        """Return those not quoted yet."""
        return tuple(quote for quote in quotes if self.quote(quote))

    def quote(self, quote: Quote | None) -> Quote | None:
        """Return a quote, or None when it was quoted already."""
        if quote is None or self.holds(quote):
            return None
        self._taken.append(quote)
        return quote

    def point(self, point: Point) -> Point:
        """Return a point with its quote, if that was not shown yet."""
        return replace(point, quote=self.quote(point.quote))

    def category(self, result: CategoryResult) -> CategoryResult:
        """Return a category; where all of its proof stands elsewhere, it says so."""
        left = self.quotes(result.quotes)
        elsewhere = bool(result.quotes) and not left
        reason = joined([result.reason, _ABOVE]) if elsewhere else result.reason
        return replace(result, quotes=left, reason=reason)

    def question(self, row: QuestionRow) -> QuestionRow:
        """Return a question; `found` still names the parts whose sentence is quoted already."""
        parts = tuple(replace(part, quote=self.quote(part.quote)) for part in row.parts)
        return replace(row, quotes=self.quotes(row.quotes), parts=parts)

    def covered(self, row: CoverageRow) -> CoverageRow:
        """Return a requirement."""
        return replace(row, quote=self.quote(row.quote))
