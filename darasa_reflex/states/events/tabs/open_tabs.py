"""How many tabs people may have open on this server: each holds 36 kB, a long draft 783 kB."""

from collections import Counter
from collections.abc import Container

from darasa_reflex.core.words.marks import marked
from darasa_reflex.core.words.stored import sentence

MOST_OF_A_PERSON, MOST = 30, 1_000
# For the rooms of calls: whoever is let in there has said something that must not be lost.
SPARE = 10

YOURS = sentence(
    "You have {most} tabs of this site open, and each takes memory here. "
    "Close some of them, then reload this page.",
    most=MOST_OF_A_PERSON,
)
FULL = marked("Very many people are here at the moment. Try again in a few minutes.")


class OpenTabs:
    """Tabs that are open, with whose they are. A tab that is let in stays, whoever comes later."""

    def __init__(self) -> None:
        self._owners: dict[str, str] = {}

    def refusal(self, tab: str, owner: str, lines: Container[str], *, spare: int = 0) -> str | None:
        """Let a tab of a person in and return None, or return why not.

        Args:
            tab: Its name.
            owner: Whose it is.
            lines: Names of all tabs that are open; others have left.
            spare: How many more than usual may be open.
        """
        if self._owners.get(tab) == owner:
            return None
        self._owners.pop(tab, None)
        if self._wrong(owner, spare):
            self._owners = {one: of for one, of in self._owners.items() if one in lines}
        wrong = self._wrong(owner, spare)
        if wrong is None:
            self._owners[tab] = owner
        return wrong

    def _wrong(self, owner: str, spare: int) -> str | None:
        open_of = Counter(self._owners.values())
        if open_of[owner] >= MOST_OF_A_PERSON + spare:
            return YOURS
        return FULL if open_of.total() >= MOST + spare else None
