"""Typed turns on their way through an engine: the client knows them by keys, engines do not."""

from dataclasses import dataclass, field

from darasa_reflex.features.interviews import evi


@dataclass(slots=True)
class TypedTurns:
    """The typed turns of a call that an engine has and has not told yet, oldest first."""

    _open: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])

    def begin(self, key: str, text: str) -> bool:
        """Note a turn that the engine is about to get; False when it has that turn already."""
        if any(key == other for other, _ in self._open):
            return False
        self._open.append((key, text))
        return True

    def named(self, message: evi.UserMessage) -> evi.UserMessage:
        """Return a final message with the key of its turn; as it is when nobody typed it."""
        if not message.from_text or not self._open:
            return message
        text = message.message.content or ""
        places = [at for at, (_, typed) in enumerate(self._open) if typed == text]
        key, _ = self._open.pop(places[0] if places else 0)
        measured = (message.darasa or evi.Measured()).model_copy(update={"key": key})
        return message.model_copy(update={"darasa": measured})


def echo(key: str, text: str, now_ms: int) -> evi.UserMessage:
    """Return what tells a client that its turn has been kept before."""
    return evi.UserMessage(
        message=evi.Text(role="user", content=text),
        time=evi.Span(begin=now_ms, end=now_ms),
        from_text=True,
        darasa=evi.Measured(key=key),
    )
