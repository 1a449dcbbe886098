"""What is worded differently from tone to tone."""

from dataclasses import dataclass

from darasa_reflex.features.interviews.mind.locales.intent import Intent


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """What is worded differently from tone to tone; see `english.phrases` for when each is said."""

    greetings: tuple[str, ...]
    thanks: tuple[str, ...]
    go_on: tuple[str, ...]
    skipped: tuple[str, ...]
    accepted: tuple[str, ...]
    nudges: tuple[str, ...]
    closing: tuple[str, ...]

    def letting_go(self, intent: Intent) -> tuple[str, ...] | None:
        """Return how a wish to leave the question is taken; None when it is another wish."""
        taken = {Intent.SKIP: self.skipped, Intent.UNKNOWN: self.accepted, Intent.DONE: self.thanks}
        return taken.get(intent)
