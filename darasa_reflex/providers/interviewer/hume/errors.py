"""What went wrong with Hume, in our own sentences: its texts go no further.

Codes and their meaning: https://dev.hume.ai/docs/resources/errors (read 2026-08).
"""

import re
import ssl

from websockets.exceptions import InvalidStatus, InvalidURI, WebSocketException

from darasa_reflex.core.errors import ServiceUnavailable
from darasa_reflex.core.words.marks import marked
from darasa_reflex.core.words.sentences import gettext as _

SERVICE = "hume"
ADDRESS = marked("HUME_BASE_URL must begin with http:// or https://. Correct it, then start again.")
SILENT = marked("Hume does not answer. Please try again in a minute.")
LOST = marked("The line to Hume was lost. What was said is kept. Please resume.")
HUNG_UP = marked("Hume ended the call early. What was said is kept. Please resume.")
_UNREACHABLE = marked("Hume cannot be reached. Check the network, then try again.")
_UNTRUSTED = marked(
    "The certificate of Hume's address is not trusted here. Check HUME_BASE_URL and SSL_CERT_FILE."
)
BROKEN = marked("Hume's address does not speak its protocol. Check HUME_BASE_URL.")
_REFUSED = marked("Hume did not take the call. Check HUME_CONFIG_ID and HUME_BASE_URL.")
FAULT = marked("Hume has a problem on its side. Please try again in a minute.")
_UNKNOWN = marked(
    "Hume reported a problem. If the interviewer stays silent, say your last sentence again."
)
_SLOW = marked("The interviewer took too long to think. Please say your last sentence again.")
_FORGOTTEN = marked("Hume does not know this conversation any more. Please start a new call.")

_BY_STATUS = {
    401: (marked("Hume does not accept the key. Check HUME_API_KEY and HUME_SECRET_KEY."), False),
    403: (
        marked("Hume does not allow this account to hold calls. Check its plan and HUME_API_KEY."),
        False,
    ),
    404: (
        marked("Hume does not know the configuration of the interviewer. Check HUME_CONFIG_ID."),
        False,
    ),
    408: (SILENT, True),
    429: (marked("Hume holds too many calls of this account. Please try again in a minute."), True),
}
_BY_CODE = {
    "E0705": (_SLOW, True),
    "E0708": (_FORGOTTEN, True),
    "E0710": (_FORGOTTEN, True),
    "E0712": (_SLOW, True),
    "E0714": (
        marked("Hume heard nothing for a long time and ended the call. Please resume."),
        True,
    ),
    "E0715": (marked("The call reached the longest time that Hume allows. Please resume."), True),
    "E0723": (marked("Hume could not use the sound of the microphone. Please resume."), True),
    "I0116": (marked("Hume could not use the sound of the microphone. Please resume."), True),
}
# After these nothing more comes but the close.
CLOSING = frozenset({"E0708", "E0710", "E0714", "E0715", "E0723", "I0116"})
# The conversation that should go on is gone; a new one can be begun.
FORGOTTEN = frozenset({"E0708", "E0710"})
_CODE = re.compile(r"[A-Z]\d{4}")
_SERVER_FAULT = 500


def unavailable(sentence: str, *, retryable: bool) -> ServiceUnavailable:
    """Return the error of this engine."""
    return ServiceUnavailable(SERVICE, _(sentence), retryable=retryable)


def of_status(status: int) -> ServiceUnavailable:
    """Return the error for an HTTP status that came instead of a line or a token."""
    sentence, retryable = _BY_STATUS.get(status, (_REFUSED, False))
    if status >= _SERVER_FAULT:
        sentence, retryable = FAULT, True
    return unavailable(sentence, retryable=retryable)


def of_code(code: str) -> ServiceUnavailable:
    """Return the error for the code of an EVI `error` message; any text may come."""
    sentence, retryable = _BY_CODE.get(code, (_UNKNOWN, True))
    return unavailable(sentence, retryable=retryable)


def plain_code(code: str) -> str:
    """Return a code as a client may see it: Hume's own, or ours when it looks like none."""
    return code if _CODE.fullmatch(code) else "E0700"


def of_opening(error: OSError | WebSocketException | EOFError) -> ServiceUnavailable:
    """Return the error for a line that could not be opened."""
    match error:
        case InvalidStatus():
            return of_status(error.response.status_code)
        case TimeoutError():
            return unavailable(SILENT, retryable=True)
        case ssl.SSLCertVerificationError():
            return unavailable(_UNTRUSTED, retryable=False)
        case ssl.SSLError() | InvalidURI():
            return unavailable(BROKEN, retryable=False)
        case _:
            return unavailable(_UNREACHABLE, retryable=True)
