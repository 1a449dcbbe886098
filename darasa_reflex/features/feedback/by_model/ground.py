"""What claims of a model are held against: the turns, and the terms of the whole material."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from darasa_reflex.core.words.sentences import gettext
from darasa_reflex.features.answers import left_out, words
from darasa_reflex.features.feedback.judging import evidence, prose
from darasa_reflex.features.feedback.judging.evidence import Quote
from darasa_reflex.features.feedback.judging.prose import Sifted
from darasa_reflex.features.feedback.judging.rubric import RUBRIC
from darasa_reflex.features.feedback.material import Material, Said

_LONGEST_SHOWS = 80


@dataclass(frozen=True)
class Ground:
    """One interview, for whoever checks what a model says of it.

    Attributes:
        facts: Name of a measured value to the value as shown.
    """

    material: Material
    facts: Mapping[str, str] = field(default_factory=dict[str, str])

    def quote(
        self, wanted: str, turn: int | None = None, turns: Sequence[Said] | None = None
    ) -> Quote | None:
        """Return the transcript's own words; what speaks to whoever rates is no evidence.

        Args:
            wanted: The words, as a model quoted them.
            turn: Where it says they stand; looked at first.
            turns: Where to look; None: everywhere.
        """
        among = [t for t in turns or self.material.turns if t.from_text or not t.rough]
        found = evidence.find(wanted, among, turn=turn) or evidence.find(wanted, among)
        if found is None or left_out.speaks_to_rater(found.text):
            return None
        return Quote(found.turn, evidence.shortened(found.text), found.at_ms)

    def sifted(self, text: str, quoted: Sequence[str] = ()) -> Sifted:
        """Return the sentences that may be shown."""
        return prose.sifted(text, self.facts, quoted, self._known)

    def shows(self, text: str, quote: Quote) -> str:
        """Return what a quote shows, in a few words; empty when that may not be said."""
        told = self.sifted(text, [quote.text]).text
        return told if len(told) <= _LONGEST_SHOWS else ""

    @cached_property
    def _known(self) -> frozenset[str]:
        """Terms that may be named: of the job, the transcript and the rubric."""
        job = self.material.job
        texts = [job.title or "", job.description, *job.requirements, self.material.candidate]
        texts += [turn.text for turn in self.material.turns]
        anchors = [text for category in RUBRIC for text in category.anchors.values()]
        texts += [*anchors, *map(gettext, anchors)]
        return frozenset(term.strip("'") for text in texts for term in _terms(text))


def _terms(text: str) -> list[str]:
    """Return terms, also with what stands between their letters, as in "CI/CD" and "node.js"."""
    whole = (piece.strip(".,;:!?()") for piece in words.plain(text).split())
    return [*words.terms(text), *words.words(text), *whole]
