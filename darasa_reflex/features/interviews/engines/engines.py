"""The engines that can play the interviewer here, best first, and which one comes next."""

from dataclasses import dataclass, replace

from darasa_reflex.core.discovery import not_playing
from darasa_reflex.features.interviews.engines.interviewer import Conversation, Interviewer
from darasa_reflex.features.interviews.engines.lineup import Lineup


@dataclass(frozen=True, slots=True)
class Engine:
    """An interviewer under its name.

    Attributes:
        name: What `DARASA_INTERVIEWER` calls it; stored with calls.
        title: What a page calls it.
    """

    name: str
    title: str
    interviewer: Interviewer


@dataclass(frozen=True, slots=True)
class Engines:
    """All that can run here, the one in use first. Never empty.

    Attributes:
        passed_over: Titles of better engines and the reason each cannot run, best first.
    """

    ranked: tuple[Engine, ...]
    passed_over: tuple[tuple[str, str], ...] = ()

    @property
    def best(self) -> Engine:
        """The one that plays when nothing else was wished for."""
        return self.ranked[0]

    def chosen(self, name: str | None) -> Engine:
        """Return the named one, or the best when that is None or not here any more."""
        return next((engine for engine in self.ranked if engine.name == name), self.best)

    def after(self, engine: Engine) -> Engine | None:
        """Return the next best; None after the last."""
        following = self.ranked[self.ranked.index(engine) + 1 :]
        return following[0] if following else None

    def why(self, engine: Engine) -> tuple[str, ...]:
        """Return why nothing better than an engine plays, as sentences."""
        if engine != self.best:
            return (f"Chosen by you instead of {self.best.title}.",)
        passed_over = tuple(not_playing(*one) for one in self.passed_over)
        return passed_over or ("No better engine is part of this version.",)

    def lineup(self, engine: Engine, conversation: Conversation, language: str) -> Lineup:
        """Return what plays in a call of an engine now, and why nothing better.

        `language` is what the candidate answers in.
        """
        now = conversation.lineup or Lineup(engine.interviewer.strip(language))
        return replace(now, engine=(*now.engine, *self.why(engine)))
