"""Where in the call a piece of sound lies, although lines stall and microphones start late.

A client that counts its samples says where sound lies whenever some is missing; of the others it
must be guessed from when it arrives.
"""

# Sound is taken to be missing, not late, once it has stayed behind for this long.
_LATE_SECONDS = 2.0
# Less may be the network's or a buffer's.
_LEAST_GAP_MS = 500.0


class Timeline:
    """Compares the end of all sound with the clock of the call, both in ms."""

    def __init__(self) -> None:
        self._began_ms: float | None = None  # where the first sample lies
        self._counts = False
        self._place_ms: float | None = None
        self._behind_since: float | None = None
        self._least_gap = 0.0

    def place(self, at_ms: float) -> None:
        """Take the client's word for where the next piece lies.

        Args:
            at_ms: From the first sample, on the client's clock.
        """
        self._counts, self._place_ms = True, at_ms

    def gap_before(self, sound_ms: float, piece_ms: float, now_ms: float) -> float:
        """Return how many ms without sound passed before a piece that has just come in.

        Args:
            sound_ms: The end of the sound before it.
            piece_ms: Its length.
            now_ms: The clock of the call.
        """
        gap = now_ms - sound_ms - piece_ms
        if self._began_ms is None:
            self._place_ms = None
            self._began_ms = sound_ms + max(0.0, gap)
            return max(0.0, gap)
        if self._counts:
            return self._missing(sound_ms)
        if gap < _LEAST_GAP_MS:
            self._behind_since = None
            return 0.0
        if self._behind_since is None:
            self._behind_since, self._least_gap = now_ms, gap
        self._least_gap = min(self._least_gap, gap)
        if now_ms - self._behind_since < _LATE_SECONDS * 1000:
            return 0.0
        self._behind_since = None
        return self._least_gap

    def _missing(self, sound_ms: float) -> float:
        place_ms, self._place_ms = self._place_ms, None
        if place_ms is None or self._began_ms is None:
            return 0.0
        return max(0.0, self._began_ms + place_ms - sound_ms)
