"""Whole sentences out of a text that comes in pieces."""

import re

# A sentence ends before a space, or where a line does. Initials and short forms end none.
_END = re.compile(r"(?<=[.?!\u2026])[\"\u201d')]*\s+|\s*\n\s*")
_SHORT_FORM = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|vs|mr|mrs|ms|dr|st|no|bzw|ca|nr|sr|sra|uds?|mme)|\b[A-Z])\.$",
    re.IGNORECASE,
)


class Cutter:
    """Takes pieces, gives sentences."""

    def __init__(self) -> None:
        self._open = ""

    def take(self, piece: str) -> list[str]:
        """Return the sentences that are whole now that a piece has come."""
        self._open = f"{self._open}{piece}"
        found: list[str] = []
        at = 0
        for end in _END.finditer(self._open):
            sentence = self._open[at : end.end()].strip()
            if "\n" in end[0] or not _SHORT_FORM.search(sentence):
                found.append(sentence)
                at = end.end()
        self._open = self._open[at:]
        return [sentence for sentence in found if sentence]

    def rest(self) -> list[str]:
        """Return the last sentence, once the whole text has come."""
        last, self._open = self._open.strip(), ""
        return [last] if last else []


def sentences_in(text: str) -> list[str]:
    """Return the sentences of a whole text."""
    cutter = Cutter()
    return [*cutter.take(text), *cutter.rest()]
