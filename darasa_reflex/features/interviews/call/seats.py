"""Seats: how many calls a machine hears at once, so that nobody is heard badly for another."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from uuid import UUID

from darasa_reflex.core.errors import ServiceUnavailable
from darasa_reflex.core.monitoring.metrics import HEARD_INTERVIEWS
from darasa_reflex.core.words.marks import marked
from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.features.interviews import evi

_FULL = marked(
    "This server can listen to no more people at once just now. "
    "Try again in a few minutes, or switch to typing and start again."
)
# Told in a call that began in writing and wants to be heard; it goes on in writing.
UNHEARD = evi.Error(
    code="E0701",
    slug="no_seat",
    message=marked(
        "This server can listen to no more people at once just now. Please type your answers."
    ),
)


@dataclass(frozen=True, slots=True)
class Seats:
    """Who is heard in this process. The calls of one interview share a seat.

    Attributes:
        sharing: How many processes of this machine divide what it can hear among them.
        taken: Interview to how many of its calls sit.
    """

    sharing: int = 1
    taken: Counter[UUID] = field(default_factory=Counter[UUID])

    def seat(self, interview_id: UUID, most: Callable[[], int | None]) -> "Seat":
        """Return a seat that is still to be taken; `most` tells how many the machine has now."""

        def share() -> int | None:
            whole = most()
            return whole if whole is None else max(1, whole // self.sharing)

        return Seat(self, interview_id, share)


@dataclass(slots=True)
class Seat:
    """What a call needs to be heard.

    Attributes:
        taken: The call has it.
    """

    seats: Seats
    interview_id: UUID
    most: Callable[[], int | None]
    taken: bool = False

    def take(self) -> bool:
        """Take it, if there is one or the call has it; tell whether it has it now."""
        others = self.seats.taken
        most = self.most()
        free = most is None or self.interview_id in others or len(others) < most
        if not self.taken and free:
            others[self.interview_id] += 1
            self.taken = True
            HEARD_INTERVIEWS.set(len(others))
        return self.taken

    def demand(self) -> None:
        """Take it.

        Raises:
            ServiceUnavailable: All are taken.
        """
        if not self.take():
            raise ServiceUnavailable("ears", _(_FULL), retryable=True)

    def leave(self) -> None:
        """Give it back, if the call has it."""
        if self.taken:
            self.taken = False
            self.seats.taken[self.interview_id] -= 1
            if not self.seats.taken[self.interview_id]:
                del self.seats.taken[self.interview_id]
            HEARD_INTERVIEWS.set(len(self.seats.taken))
