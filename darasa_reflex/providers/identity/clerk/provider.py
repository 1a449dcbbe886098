"""What Clerk needs to keep the sign-ins."""

from collections.abc import Mapping, Sequence

from pydantic import SecretStr

from darasa_reflex.core.engines.discovery import Provider
from darasa_reflex.features.accounts.identity import Identity
from darasa_reflex.providers.identity.clerk.names import ADDRESS, NAME, NEEDED, SIGNING


def _build(keys: Mapping[str, SecretStr], origins: Sequence[str]) -> Identity:
    """Return the identity.

    Raises:
        ServiceUnavailable: A key is broken.
    """
    # What checks tokens takes 70 ms and 12 MB, which only this door should cost.
    from darasa_reflex.providers.identity.clerk.identity import opened  # noqa: PLC0415

    return opened(keys, origins)


PROVIDER = Provider[Identity](
    name=NAME,
    title="Clerk",
    rank=2,
    build=_build,
    needs=NEEDED,
    takes=(ADDRESS, SIGNING),
    parts=("origins",),
)
