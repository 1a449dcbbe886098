"""What people see of ear and voice while they come: two lines at most, in their words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from darasa_reflex.core.words.marks import marked
from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.features.speech_models import sentences
from darasa_reflex.features.speech_models.catalogue import EARS, VOICE
from darasa_reflex.features.speech_models.job import DownloadView, Stage

LISTENING = marked("Better listening")
SPEAKING = marked("A better voice")


@dataclass(frozen=True, slots=True)
class Arrival:
    """How far ear or voice is.

    Attributes:
        title: What comes, in a person's words.
        told: How far it is, or that it is not here, as the words after the title.
        percent: 0 to 100; None while nothing is on its way.
        trouble: Why nothing comes, and what to do, as sentences; empty when nothing is wrong.
    """

    title: str
    told: str
    percent: int | None = None
    trouble: str = ""

    @property
    def line(self) -> str:
        """All of it in one line, for a terminal."""
        return f"{self.title}: {self.told}{f'. {self.trouble}' if self.trouble else ''}"


def arrivals(views: Sequence[DownloadView]) -> list[Arrival]:
    """Return what is still coming, or cannot come; empty when ear and voice are here."""
    by_key = {view.model.key: view for view in views}
    found = (_arrival(LISTENING, by_key, EARS), _arrival(SPEAKING, by_key, (VOICE,)))
    return [one for one in found if one is not None]


def is_here(views: Sequence[DownloadView], keys: Sequence[str]) -> bool:
    """Whether one of these models can be used."""
    return any(view.stage is Stage.READY for view in views if view.model.key in keys)


def _arrival(title: str, views: Mapping[str, DownloadView], keys: Sequence[str]) -> Arrival | None:
    of_it = [views[key] for key in keys if key in views]
    here = is_here(of_it, keys)
    moving = [view for view in of_it if view.stage.under_way and (view.received or not here)]
    if moving:
        return _moving(title, min(moving, key=lambda view: view.stage is Stage.WAITING))
    if not of_it or here:
        return None
    failed = next((view for view in reversed(of_it) if view.stage is Stage.FAILED), None)
    if failed is not None:
        return Arrival(title, _("could not be fetched"), trouble=failed.trouble)
    size = sentences.megabytes(of_it[0].model.bytes)
    return Arrival(title, _("not here yet; {size} MB once", size=size))


def _moving(title: str, view: DownloadView) -> Arrival:
    percent = min(99, 100 * view.received // view.model.bytes)
    left = view.remaining_seconds
    if left is None:
        told = _("{percent} %", percent=percent)
    else:
        told = _("{percent} %, about {left} left", percent=percent, left=sentences.span(left))
    return Arrival(title, told, percent)
