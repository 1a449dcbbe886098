"""What is said of a turn: its sentences as they stand, and what a mind still adds to them."""

from collections.abc import AsyncGenerator, Sequence
from dataclasses import dataclass
from typing import Protocol

from darasa_reflex.features.interviews.mind.state.exchange import Turn


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence to say, and what is left to say when it is not said."""

    text: str
    unsaid: tuple[str, ...]


class Recall(Protocol):
    """What knows every sentence that was said."""

    def said_as(self, text: str) -> None:
        """Take note of a sentence that was said and does not stand in the turn."""
        ...


async def fixed(sentences: Sequence[str]) -> AsyncGenerator[Sentence]:
    """Yield sentences as they stand."""
    for at, sentence in enumerate(sentences):
        yield Sentence(sentence, tuple(sentences[at:]))


async def lines(turn: Turn, recall: Recall) -> AsyncGenerator[Sentence]:
    """Yield the sentences of a turn; `recall` is told of those that a mind added."""
    live, unsaid = turn.live, turn.sentences
    if live is not None:
        for _ in range(live.at):
            yield Sentence(unsaid[0], unsaid)
            unsaid = unsaid[1:]
        if added := await live.rest.next():
            yield Sentence(added, unsaid)
            recall.said_as(added)
            unsaid = unsaid[live.instead :]
    while unsaid:
        yield Sentence(unsaid[0], unsaid)
        unsaid = unsaid[1:]
