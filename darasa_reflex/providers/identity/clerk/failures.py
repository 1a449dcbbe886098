"""How Clerk fails, as people read it."""

from darasa_reflex.core.errors import ServiceUnavailable
from darasa_reflex.providers.identity.clerk.names import NAME, SECRET

SILENT = "Clerk, which keeps the sign-ins, gives no answer. Please try again in a minute."
REFUSED = f"Clerk refuses this server's key. Whoever runs this server should check {SECRET}."


def unavailable(sentence: str, *, retryable: bool = False) -> ServiceUnavailable:
    """Return the error that says a sentence."""
    return ServiceUnavailable(NAME, sentence, retryable=retryable)
