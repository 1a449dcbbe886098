"""The engines that can play the interviewer here, best first, and which one comes next."""

from dataclasses import dataclass

from darasa_reflex.features.interviews.interviewer import Interviewer


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
    """All that can run here, the one in use first. Never empty."""

    ranked: tuple[Engine, ...]

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
