"""How Clerk fails, as people read it."""

from darasa_reflex.core.errors import ServiceUnavailable
from darasa_reflex.core.words.marks import marked
from darasa_reflex.core.words.stored import sentence
from darasa_reflex.providers.identity.clerk.names import NAME, SECRET

SILENT = marked("Clerk, which keeps the sign-ins, gives no answer. Please try again in a minute.")
REFUSED = sentence(
    "Clerk refuses this server's key. Whoever runs this server should check {setting}.",
    setting=SECRET,
)


def unavailable(told: str, *, retryable: bool = False) -> ServiceUnavailable:
    """Return the error that tells a sentence."""
    return ServiceUnavailable(NAME, told, retryable=retryable)
