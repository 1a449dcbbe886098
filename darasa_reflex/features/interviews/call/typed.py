"""Typed turns on their way through an engine: the client knows them by keys, engines do not."""

from dataclasses import dataclass, field

from darasa_reflex.features.interviews import evi


@dataclass(slots=True)
class TypedTurns:
    """The typed turns of a call: those that an engine has and has not told yet, oldest first."""

    _open: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    # Whether they are kept, of all turns of this call.
    _kept: dict[str, bool] = field(default_factory=dict[str, bool])

    def begin(self, key: str, text: str) -> bool:
        """Note a turn that the engine is about to get; False when it has that turn already."""
        if key in self._kept:
            return False
        self._open.append((key, text))
        self._kept[key] = False
        return True

    def keep(self, message: evi.UserMessage) -> None:
        """Note that a turn is kept."""
        if message.darasa and message.darasa.key in self._kept:
            self._kept[message.darasa.key] = True

    def has_kept(self, key: str) -> bool:
        """Tell whether this call has kept a turn."""
        return self._kept.get(key, False)

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
