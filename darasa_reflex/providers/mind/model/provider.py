"""A language model decides what to say to an answer, whichever is in use."""

import re
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing

from darasa_reflex.core.engines.discovery import Keeps, Provider
from darasa_reflex.core.words.stored import sentence
from darasa_reflex.features.interviews.mind.port import Mind, Reply, Situation
from darasa_reflex.features.interviews.mind.posting import quoted, unknown
from darasa_reflex.features.language_models.asking import Asker
from darasa_reflex.features.language_models.failures import NotAnswered, Trouble
from darasa_reflex.features.language_models.service import LanguageModels, Use
from darasa_reflex.providers.mind.model.task import known_so_far, messages, system_for

# Two sentences take about 60 tokens; the rest is for models that think first.
_MOST_TOKENS = 400
_MORE_TIME_HERE = sentence("Settings let you wait longer for it.")
_MORE_TIME = sentence("Whoever runs this server can let it take longer.")
_NONE = sentence("no language model that is quick enough is set up.")
_MOVE = re.compile(r"\s*[*_\"\u201c`]*(ASK|NEXT|POSTING|UNKNOWN)\b[*_:.\s-]*")
# The longest word, and what may stand around it.
_LONGEST_MOVE = 24
# So much of a posting can be listened to.
_MOST_QUOTED = 320


class ModelMind:
    """See `Mind`."""

    def __init__(self, models: LanguageModels) -> None:
        self._models = models

    @property
    def obstacle(self) -> str | None:
        """Why it cannot play just now."""
        return None if self._models.serving(Use.WORDING) else _NONE

    @property
    def label(self) -> str:
        """See `Mind.label`."""
        asker = self._models.serving(Use.WORDING)
        if asker is None:
            return ""
        title = asker.names.title
        return sentence("What it says to your answers comes from {model}.", model=title)

    @property
    def wait_seconds(self) -> float:
        """See `Unhurried.wait_seconds`."""
        return self._models.wait_seconds

    @property
    def more_time(self) -> str:
        """See `Unhurried.more_time`."""
        return _MORE_TIME_HERE if self._models.offered else _MORE_TIME

    def warm(self) -> None:
        """See `Mind.warm`."""
        if asker := self._models.serving(Use.WORDING):
            asker.model.warm()

    async def read_ahead(self, situation: Situation) -> None:
        """See `ReadsAhead.read_ahead`. Only here: elsewhere reading costs money and no time."""
        asker = self._models.needed(Use.WORDING)
        if not asker.names.local:
            return
        system = system_for(situation.brief.plan.language)
        async with aclosing(asker.stream(system, known_so_far(situation), 1)) as pieces:
            async for _ in pieces:
                pass

    async def next(self, situation: Situation) -> Reply:
        """See `Mind.next`."""
        asker = self._models.needed(Use.WORDING)
        system = system_for(situation.brief.plan.language)
        pieces = asker.stream(system, messages(situation), _MOST_TOKENS)
        try:
            move, begun = await _move(pieces, asker)
            if move in {"POSTING", "UNKNOWN"}:
                return await _served(move, begun, pieces, asker, situation)
        except BaseException:
            await pieces.aclose()
            raise
        stays = situation.question.key if move == "ASK" else None
        return Reply(text=_rest(begun, pieces), question=stays)


async def _move(pieces: AsyncIterator[str], asker: Asker) -> tuple[str, str]:
    """Return what the model wants to do, and what it has written behind that."""
    begun = ""
    async for piece in pieces:
        begun += piece
        found = _MOVE.match(begun)
        # The word may be the beginning of a longer one.
        if found and found.end() < len(begun):
            return found[1], begun[found.end() :]
        if len(begun) > _LONGEST_MOVE:
            break
    if found := _MOVE.match(begun):
        return found[1], begun[found.end() :]
    raise NotAnswered(asker.names, Trouble.SHAPE)


async def _served(
    move: str, begun: str, pieces: AsyncGenerator[str], asker: Asker, situation: Situation
) -> Reply:
    """Return what the posting says to a question of the candidate; the words are its own."""
    async with aclosing(pieces):
        if move == "UNKNOWN":
            return Reply(text=unknown(situation), question=situation.question.key)
        async for piece in pieces:
            begun += piece
            if len(begun) > _MOST_QUOTED:
                break
    if said := quoted(begun, situation):
        return Reply(text=said, question=situation.question.key)
    raise NotAnswered(asker.names, Trouble.SHAPE)


async def _rest(begun: str, pieces: AsyncGenerator[str]) -> AsyncGenerator[str]:
    async with aclosing(pieces):
        yield begun
        async for piece in pieces:
            yield piece


def _build(keys: object, language_model: LanguageModels) -> Mind:
    del keys
    return ModelMind(language_model)


PROVIDER = Provider[Mind](
    name="model",
    title=sentence("A language model"),
    rank=10,
    parts=("language_model",),
    build=_build,
    keeps=Keeps(
        sentence(
            "A language model outside of this server was sent what you said, so that it could say "
            "something to your answers. Nothing can be deleted there from here."
        )
    ),
)
