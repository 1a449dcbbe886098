"""A language that shows which words were never looked up: every sentence stands in ⟦brackets⟧."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import pytest

from darasa_reflex.core.words import sentences

# Numbers are written as in this language; its catalogue is not read.
_CODE = "de"


class _Bracketed(Mapping[str, tuple[str, ...]]):
    """A catalogue that has every sentence."""

    def __getitem__(self, message: str) -> tuple[str, ...]:
        return (f"⟦{message}⟧", f"⟦{message}⟧")

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


@contextmanager
def pseudo_language(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Say what follows in the pseudo language."""
    monkeypatch.setattr(sentences, "texts_of", lambda _: _Bracketed())
    with sentences.spoken_in(_CODE):
        yield


def outside_brackets(text: str) -> str:
    """Return what of a text no catalogue was asked for, without blanks at its edges.

    A value within a sentence counts as the sentence's, so give it one of its own to find it.
    """
    depth, found = 0, list[str]()
    for letter in text:
        depth += (letter == "⟦") - (letter == "⟧")
        if depth == 0 and letter != "⟧":
            found.append(letter)
    return "".join(found).strip()
