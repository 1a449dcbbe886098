"""One local person, with no sign-in, for a server that only its own machine can reach."""

from ipaddress import ip_address

from darasa_reflex.core.discovery import Provider
from darasa_reflex.core.errors import NotSignedIn
from darasa_reflex.features.accounts.identity import Claim, Identity, Visit

_CLOSED = (
    "This Darasa is for the person at the computer it runs on. "
    "To open it to others, set up sign-in: see docs/deploying.md."
)


class LocalIdentity:
    """Everybody on this machine is the one local person; everybody else is nobody."""

    async def identify(self, visit: Visit) -> Claim:
        """See `Identity.identify`. A foreign Host header is refused: it may be DNS rebinding."""
        host = visit.headers.get("host", "")
        if not (is_loopback_name(host) and _is_loopback_ip(visit.client_ip)):
            raise NotSignedIn(_CLOSED)
        return Claim(subject="local", name="there", limited=False)


def is_loopback_name(host: str) -> bool:
    """Tell whether a Host header names this machine; a port may follow."""
    name = host.rsplit(":", 1)[0] if not host.endswith("]") else host
    name = name.strip("[]").lower()
    return name == "localhost" or _is_loopback_ip(name)


def _is_loopback_ip(text: str) -> bool:
    try:
        return ip_address(text).is_loopback
    except ValueError:
        return False


def _build(keys: object) -> Identity:
    del keys
    return LocalIdentity()


PROVIDER = Provider[Identity](name="local", title="One local person", rank=0, build=_build)
