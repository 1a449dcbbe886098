"""What endpointing by silence does, for comparison."""

from darasa_reflex.providers.interviewer.local.ears.pace import Pace


class FixedWait(Pace):
    """Waits as long after whatever was said."""

    def wait_ms(self, text: str | None, over: float | None = None) -> int:
        """See `Pace.wait_ms`."""
        del text, over
        return self.patience_ms

    @property
    def longest_ms(self) -> int:
        """See `Pace.longest_ms`."""
        return self.patience_ms
