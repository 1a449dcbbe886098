"""How much sound may wait in memory for the engine to read it."""

from dataclasses import dataclass, field

from darasa_reflex.features.interviews.engines.interviewer import HEARD_HZ

_BYTES_PER_SECOND = 2 * HEARD_HZ
# Five minutes of one candidate's speech, and half an hour of everybody's: 10 MB and 58 MB.
MOST_OF_A_CALL, MOST_OF_ALL = 300 * _BYTES_PER_SECOND, 1_800 * _BYTES_PER_SECOND


@dataclass(slots=True)
class UnreadSound:
    """Counts sound that is not read yet. What goes beyond the limit is not kept, and is said.

    Attributes:
        most: Bytes that may wait.
        shared: The count of all calls together; None: this is it.
    """

    most: int = MOST_OF_ALL
    shared: "UnreadSound | None" = None
    held: int = field(default=0, init=False)

    def of_a_call(self) -> "UnreadSound":
        """Return the count of one more call."""
        return UnreadSound(MOST_OF_A_CALL, self)

    def take(self, count: int) -> bool:
        """Count bytes in, if there is room for them; tell whether there was."""
        if self.held + count > self.most or (self.shared and not self.shared.take(count)):
            return False
        self.held += count
        return True

    def give_back(self, count: int) -> None:
        """Count bytes out: they are read."""
        self.held -= count
        if self.shared:
            self.shared.give_back(count)
