"""Choosing among phrases, for variety."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random

from darasa_reflex.features.interviews.mind.locales.english import phrases


@dataclass(slots=True)
class Tongue:
    """Chooses among phrases, never the same one twice in a row."""

    user_name: str
    random: Random
    _last: str = field(default="", init=False)

    def one(self, options: Sequence[str]) -> str:
        """Return one of the phrases."""
        self._last = phrases.chosen(self.random, options, self._last)
        return self._last

    def named(self, options: Sequence[str]) -> str:
        """Return one of the phrases, with the candidate's name where it can be said."""
        return phrases.named(self.random.choice(options), self.user_name)
