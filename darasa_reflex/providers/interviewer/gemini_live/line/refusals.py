"""What went wrong with Gemini Live, in our own sentences: a vendor's text never goes further."""

import ssl

from darasa_reflex.core.errors import ServiceUnavailable
from darasa_reflex.core.words.marks import marked
from darasa_reflex.core.words.sentences import gettext as _

NAME = "gemini_live"
KEY = marked("Google refused the key for Gemini Live. Check GEMINI_API_KEY.")
MODEL = marked(
    "Gemini Live does not offer the model it was asked for. Set DARASA_GEMINI_LIVE_MODEL to one "
    "that your key may use."
)
QUOTA = marked("The Gemini quota is used up for now. Please try again later.")
UNREACHABLE = marked("Gemini Live cannot be reached. Please try again.")
SILENT = marked("Gemini Live did not answer in time. Please try again.")
REFUSED = marked("Gemini Live did not take the call. Please try again.")
UNTRUSTED = marked(
    "The certificate of the Gemini address is not trusted here. Check GEMINI_BASE_URL and "
    "SSL_CERT_FILE."
)
PLAIN = marked(
    "Gemini Live needs an address that speaks TLS. GEMINI_BASE_URL must begin with https://."
)
LOST = marked("The line to Gemini Live was lost. What was said is kept. Please resume.")

# Words of close reasons and error texts. Source: what users quote of codes 1007, 1008 and 1011.
_SIGNS: tuple[tuple[tuple[str, ...], str, bool], ...] = (
    (("api key", "api_key", "unauthenticated", "permission", "credential"), KEY, False),
    (("quota", "exhausted", "rate limit", "billing"), QUOTA, True),
    (("not found", "not supported", "is not available"), MODEL, False),
)
_BY_STATUS = {401: (KEY, False), 403: (KEY, False), 404: (MODEL, False), 429: (QUOTA, True)}


def unavailable(sentence: str, *, retryable: bool) -> ServiceUnavailable:
    """Return the error of this engine."""
    return ServiceUnavailable(NAME, _(sentence), retryable=retryable)


def of_status(status: int) -> ServiceUnavailable:
    """Return the error for an HTTP status that came instead of the WebSocket."""
    sentence, retryable = _BY_STATUS.get(status, (REFUSED, True))
    return unavailable(sentence, retryable=retryable)


def of_reason(code: int, reason: str) -> ServiceUnavailable:
    """Return the error for a line that was closed before the call was set up."""
    if code in _BY_STATUS:
        return of_status(code)
    lower = reason.lower()
    for signs, sentence, retryable in _SIGNS:
        if any(sign in lower for sign in signs):
            return unavailable(sentence, retryable=retryable)
    return unavailable(REFUSED, retryable=True)


def of_transport(error: OSError) -> ServiceUnavailable:
    """Return the error for an address that could not be talked to."""
    if isinstance(error, TimeoutError):
        return unavailable(SILENT, retryable=True)
    if isinstance(error, ssl.SSLCertVerificationError):
        return unavailable(UNTRUSTED, retryable=False)
    if isinstance(error, ssl.SSLError):
        return unavailable(PLAIN, retryable=False)
    return unavailable(UNREACHABLE, retryable=True)
