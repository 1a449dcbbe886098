"""One local person, with no sign-in, for a server that only its own machine can reach."""

from darasa_reflex.core.engines.discovery import Provider
from darasa_reflex.core.errors import NotSignedIn
from darasa_reflex.core.visitors import foreign
from darasa_reflex.features.accounts.identity import Claim, Door, Identity, Profile, Proof, Visit

_CLOSED = (
    "This server is for the person at the computer it runs on. "
    "To open it to others, set up sign-in: see docs/deploying.md."
)


class LocalIdentity:
    """Everybody on this machine is the one local person; everybody else is nobody."""

    door = Door("open")

    async def identify(self, visit: Visit) -> Claim:
        """See `Identity.identify`. A foreign Host header is refused: it may be DNS rebinding."""
        if foreign(visit.headers, visit.client_ip):
            raise NotSignedIn(_CLOSED)
        return Claim(subject="local", name="there", limited=False)

    async def prove(self, token: str) -> Proof:
        """See `Identity.prove`."""
        del token
        raise NotSignedIn(_CLOSED)

    async def look_up(self, subject: str) -> Profile | None:
        """See `Identity.look_up`."""
        del subject

    async def remove(self, subject: str) -> bool:
        """See `Identity.remove`."""
        del subject
        return False


def _build(keys: object) -> Identity:
    del keys
    return LocalIdentity()


PROVIDER = Provider[Identity](name="local", title="One local person", rank=0, build=_build)
