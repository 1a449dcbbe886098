"""The port of model servers on this machine: who is there, and what they offer."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Offer:
    """A model that a server on this machine offers.

    Attributes:
        server: "Ollama", "LM Studio", or "A model server".
        address: Of the server.
        model: As the server calls it.
        billions: Size in thousand millions of parameters; None when not told.
    """

    server: str
    address: str
    model: str
    billions: float | None = None


class ModelServers(Protocol):
    """Looks for model servers."""

    async def found(self) -> tuple[Offer, ...]:
        """Return what is there now, the best for judging first; takes a second at most.

        Models that a server only passes on to the internet are left out.
        """
        ...

    async def models_at(self, address: str) -> tuple[str, ...]:
        """Return the names of the models at an address; empty when it does not tell."""
        ...
