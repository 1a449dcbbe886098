"""Where in the call a piece of sound lies, although lines stall and microphones start late.

A client that counts its samples says where sound lies whenever some is missing; of the others it
must be guessed from when it arrives.
"""

# Sound is taken to be missing, not late, once it has stayed as far behind for so many slices. A
# server or a line that lags falls further behind, or catches up: all sound is there then, and lies
# where the samples before it end.
_SLICE_MS, _SLICES = 1_000.0, 3
# What the least delays of the slices may differ by: three hundredths of the pace of speech.
_STEADY_MS = 60.0
# Less may be the network's or a buffer's.
_LEAST_GAP_MS = 500.0


class Timeline:
    """Compares the end of all sound with the clock of the call, both in ms."""

    def __init__(self) -> None:
        self._began_ms: float | None = None  # where the first sample lies
        self._counts = False
        self._place_ms: float | None = None
        self._least: list[float] = []  # of each slice in which the sound was behind
        self._slice_ends: float | None = None

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
        return self._steady(gap, now_ms)

    def _steady(self, gap: float, now_ms: float) -> float:
        """Return by how much the sound has stayed behind; 0 while that is not known."""
        if gap < _LEAST_GAP_MS:
            self._least, self._slice_ends = [], None
            return 0.0
        if self._slice_ends is None or now_ms >= self._slice_ends:
            self._least = [*self._least, gap][-_SLICES - 1 :]
            self._slice_ends = now_ms + _SLICE_MS
        self._least[-1] = min(self._least[-1], gap)
        whole = self._least[:-1]
        if len(whole) < _SLICES or max(whole) - min(whole) > _STEADY_MS:
            return 0.0
        self._least, self._slice_ends = [], None
        return min(whole)

    def _missing(self, sound_ms: float) -> float:
        place_ms, self._place_ms = self._place_ms, None
        if place_ms is None or self._began_ms is None:
            return 0.0
        return max(0.0, self._began_ms + place_ms - sound_ms)
