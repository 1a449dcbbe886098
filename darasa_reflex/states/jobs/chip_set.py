"""Chips while a form is open: what was read from the text, and what the person made of it."""

import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from darasa_reflex.components.forms.chips import ChipRow
from darasa_reflex.core.database.db import storable
from darasa_reflex.core.errors import InvalidInput
from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.features.job_infos.service import SKILL_LENGTH, SKILLS_KEPT

_KEYS = 2**40
# Pages tell what was removed, and whoever forges their events may go on telling.
_MOST_TOLD = 1_000


@dataclass(frozen=True, slots=True)
class Chip:
    """One chip.

    Attributes:
        key: Names it for as long as the form is open.
        was_read: It came from the text and nobody has touched it.
    """

    key: int
    text: str
    was_read: bool


@dataclass(frozen=True, slots=True)
class ChipSet:
    """The chips of one form.

    A chip that was read from the text follows the text. As soon as the person changes, adds or
    removes one, it is theirs: no later reading touches it or brings it back.

    Attributes:
        refused: Texts the person removed or changed, folded by `_same`.
        made: The next key. It begins anywhere, since a page may still show what another server,
            or an earlier opening, has named.
    """

    chips: tuple[Chip, ...] = ()
    refused: frozenset[str] = frozenset()
    made: int = field(default_factory=lambda: secrets.randbelow(_KEYS), compare=False)

    @property
    def rows(self) -> list[ChipRow]:
        """The chips as the page shows them."""
        return [ChipRow(str(chip.key), chip.text, chip.was_read) for chip in self.chips]

    @property
    def texts(self) -> list[str]:
        """The chips as they are kept."""
        return [chip.text for chip in self.chips]

    def read(self, texts: Iterable[str]) -> "ChipSet":
        """Return the chips after the description was read anew."""
        found = {_same(text): text for text in texts if _same(text) not in self.refused}
        kept = tuple(c for c in self.chips if not c.was_read or _same(c.text) in found)
        there = {_same(chip.text) for chip in kept}
        chips = replace(self, chips=kept)
        for folded, text in found.items():
            if folded not in there and len(chips.chips) < SKILLS_KEPT:
                chips = _with(chips, text, was_read=True)
        return chips

    def add(self, text: str) -> "ChipSet":
        """Return the chips with one more, unless it is there or empty.

        Raises:
            InvalidInput: It is too long, or there are too many.
        """
        text = _checked(text)
        if not text or _same(text) in map(_same, self.texts):
            return self
        if len(self.chips) >= SKILLS_KEPT:
            raise InvalidInput(
                "skills", _("{most} skills are the most. Remove one first.", most=SKILLS_KEPT)
            )
        return _with(self, text, was_read=False)

    def remove(self, key: str, text: str = "") -> "ChipSet":
        """Return the chips without one, which no reading brings back.

        Args:
            key: Its name; of no chip where another server has named it.
            text: As the page shows it; empty: its name is known.
        """
        gone = frozenset(_same(chip.text) for chip in self.chips if str(chip.key) == key)
        left = tuple(chip for chip in self.chips if str(chip.key) != key)
        return replace(self, chips=left, refused=self.refused | gone).refuse([text])

    def refuses(self, text: str) -> bool:
        """Tell whether the person removed or changed such a chip."""
        return _same(text) in self.refused

    def refuse(self, texts: Iterable[str]) -> "ChipSet":
        """Return the chips, to which no reading brings these; what no person could mean is left."""
        told = {_same(text) for text in texts if len(text) <= SKILL_LENGTH} - self.refused - {""}
        left = max(0, _MOST_TOLD - len(self.refused))
        return replace(self, refused=self.refused | frozenset(islice(told, left)))

    def shown(self, own: Iterable[str], refused: Iterable[str]) -> "ChipSet":
        """Return the chips with what a page shows of them; it may be behind, or ahead.

        Args:
            own: What the person added or changed. What these chips know to be removed stays so.
            refused: What the person removed or changed.

        Raises:
            InvalidInput: One is too long, or there are too many.
        """
        chips = self.refuse(refused)
        for text in own:
            if not self.refuses(text):
                chips = chips.add(text)
        return chips

    def rename(self, key: str, text: str) -> "ChipSet":
        """Return the chips with one changed; an empty text removes it.

        Raises:
            InvalidInput: It is too long.
        """
        old = next((chip for chip in self.chips if str(chip.key) == key), None)
        text = _checked(text)
        if old is None or text == old.text:
            return self
        if not text:
            return self.remove(key)
        new = replace(old, text=text, was_read=False)
        chips = tuple(new if chip is old else chip for chip in self.chips)
        return replace(self, chips=chips, refused=self.refused | {_same(old.text)})


def chips_of(kept: Sequence[str], read: Sequence[str]) -> ChipSet:
    """Return the chips of a job info that was kept earlier.

    Args:
        kept: As the person left them.
        read: What its description names; what is not in `kept` was removed by the person.
    """
    named, there = {_same(text) for text in read}, {_same(text) for text in kept}
    chips = ChipSet(refused=frozenset(named - there))
    for text in kept:
        chips = _with(chips, text, was_read=_same(text) in named)
    return chips


def _with(chips: ChipSet, text: str, *, was_read: bool) -> ChipSet:
    new = Chip(chips.made, text, was_read)
    return replace(chips, chips=(*chips.chips, new), made=chips.made + 1)


def _checked(text: str) -> str:
    text = storable(text).strip()
    if len(text) > SKILL_LENGTH:
        raise InvalidInput("skills", _("A skill may have {most} characters.", most=SKILL_LENGTH))
    return text


def _same(text: str) -> str:
    return " ".join(text.casefold().split())
