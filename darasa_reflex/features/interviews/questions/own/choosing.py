"""Which own questions an interview asks, and how they stand among the others."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from random import Random
from typing import Literal

from darasa_reflex.features.interviews.questions.locales.catalogue import ENGLISH
from darasa_reflex.features.interviews.questions.locales.telling import is_in
from darasa_reflex.features.interviews.questions.own.listed import Listed
from darasa_reflex.features.interviews.questions.prepared.checking import Ready
from darasa_reflex.features.interviews.questions.wordings.wording import Asked, Section
from darasa_reflex.features.job_infos.lexicon import folded

Use = Literal["only", "first", "mixed"]
USES: tuple[Use, ...] = ("first", "mixed", "only")
# Sections that hold questions of their own; greetings and the end stay as they are.
_OPEN: frozenset[Section] = frozenset({"introduction", "background", "behavioural", "role"})
_ANYWHERE: frozenset[Section] = frozenset({"behavioural", "role"})
OWN, HOUSE, MODEL = "own", "house", "model"


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """Questions that were brought along for an interview.

    Attributes:
        own: The person's, in their order.
        house: The server's.
        use: How they stand among the built-in ones.
        prepared: What a model wrote for this job; asked where no own ones are.
    """

    own: tuple[Listed, ...] = ()
    house: tuple[Listed, ...] = ()
    use: Use = "first"
    prepared: tuple[Ready, ...] = ()


NOTHING = Brought()


class Pool:
    """Own questions that suit an interview, taken one by one; each is given once."""

    def __init__(
        self,
        random: Random,
        brought: Brought,
        *,
        title: str | None,
        level: str,
        avoid: AbstractSet[str],
    ) -> None:
        """Keep those that suit; what was not asked before comes first."""
        words = set(folded(title or ""))

        def suits(one: Listed) -> bool:
            return one.level in {"", level} and set(folded(one.role)) <= words

        self.only = brought.use == "only" and any(map(suits, brought.own))
        self._mixed = brought.use == "mixed"
        self._random = random
        sources = (
            ((OWN, brought.own),) if self.only else ((OWN, brought.own), (HOUSE, brought.house))
        )
        self._prepared = [one for one in brought.prepared if one.text not in avoid]
        self._left: list[tuple[Section | str, Asked]] = []
        for source, listed in sources:
            suited = [one for one in listed if suits(one)]
            suited.sort(key=lambda one: one.text in avoid)
            self._left += [(one.section, _asked(one, source)) for one in suited]

    def all(self, counts: dict[Section, int]) -> dict[Section, list[Asked]]:
        """Return the person's questions alone, as many as fit, each in its section."""
        most = sum(count for section, count in counts.items() if section in _OPEN)
        found: dict[Section, list[Asked]] = {section: [] for section in counts}
        elsewhere: Section = (
            "role" if counts["role"] or not counts["behavioural"] else "behavioural"
        )
        allowed = [
            one for one in self._left if one[0] in {"", *(s for s, n in counts.items() if n)}
        ]
        for section, asked in (allowed or self._left)[:most]:
            found[section if section in found else elsewhere].append(asked)
        return found

    def take(self, section: Section, count: int) -> list[Asked]:
        """Return own questions for a section, at most `count`."""
        if section not in _OPEN:
            return []
        most = (count + 1) // 2 if self._mixed else count
        fits = [one for one in self._left if one[0] == section]
        fits += [one for one in self._left if not one[0] and section in _ANYWHERE]
        if self._mixed:
            fits = self._random.sample(fits, min(len(fits), most))
        taken = fits[:most]
        self._left = [one for one in self._left if one not in taken]
        return [asked for _, asked in taken]

    def prepared(self, section: Section, count: int) -> list[Asked]:
        """Return questions a model wrote for a section, at most `count`."""
        fits = [one for one in self._prepared if one.section == section]
        some = self._random.sample(fits, min(count, len(fits)))
        return [as_asked(one) for one in some]


def as_asked(one: Ready) -> Asked:
    """Return a question of a model as it is asked."""
    return Asked(one.text, one.again, skill=one.skill, source=MODEL)


def in_language(brought: Brought, language: str) -> Brought:
    """Return what was brought along without questions in another language than the interview's.

    An interview in English asks whatever was brought, as ever.
    """
    if language == ENGLISH:
        return brought
    own = tuple(one for one in brought.own if is_in(one.text, language))
    house = tuple(one for one in brought.house if is_in(one.text, language))
    return replace(brought, own=own, house=house)


def _asked(one: Listed, source: str) -> Asked:
    return Asked(one.text, "", follow_up=one.follow_up, source=source)
