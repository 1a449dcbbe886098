"""What went wrong with Gemini, as sentences to the person; never in the vendor's words."""

from darasa_reflex.core.errors import ServiceUnavailable

NAME = "gemini"
MODEL_SETTING = "DARASA_GEMINI_FEEDBACK_MODEL"
_DECLINED = "Gemini declined to rate this interview: its safety filter stopped the answer."
_EMPTY = "Gemini sent an empty answer."
_CUT = "Gemini's answer broke off before its end."
_BAD = "Gemini's answer was not in the shape that was asked for."
_BAD_REQUEST, _REFUSED, _UNKNOWN, _TOO_MANY, _SERVER = 400, (401, 403), 404, 429, 500


class Unusable(Exception):
    """An answer came that cannot be used.

    Attributes:
        sentence: What was wrong with it, to the person.
        again: Whether asking once more may help.
    """

    def __init__(self, sentence: str, *, again: bool = True) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.again = again


def invalid() -> Unusable:
    """Return the failure of an answer of another shape."""
    return Unusable(_BAD)


def usable(text: str | None, finish: str | None, *, blocked: bool, longest: int) -> str:
    """Return the text of an answer.

    Args:
        text: None when the answer has none.
        finish: Why the model stopped, in Google's words.
        blocked: Whether the request itself was refused.
        longest: A longer text is no answer, in characters.

    Raises:
        Unusable: It is empty, too long, cut off or declined.
    """
    if blocked or finish not in {None, "STOP", "MAX_TOKENS", "OTHER", "FINISH_REASON_UNSPECIFIED"}:
        raise Unusable(_DECLINED, again=False)
    if finish == "MAX_TOKENS":
        raise Unusable(_CUT)
    if not text or not text.strip():
        raise Unusable(_EMPTY)
    if len(text) > longest:
        raise invalid()
    return text


def refused(code: int, details: str, model: str) -> ServiceUnavailable:
    """Return the failure of a request that was answered with an error.

    Args:
        code: The HTTP status.
        details: The error as Google sent it; looked at, never shown.
        model: What was asked.
    """
    if code in _REFUSED or (code == _BAD_REQUEST and "API_KEY_INVALID" in details):
        return _failure("Google refused the key. Check GEMINI_API_KEY.", retryable=False)
    if code == _UNKNOWN:
        return _failure(
            f'Google does not offer the model "{model}", or no longer. '
            f"Set {MODEL_SETTING} to a current one.",
            retryable=False,
        )
    if code == _TOO_MANY:
        return _failure("Gemini's limit of requests is reached for now. Wait a few minutes.")
    if code >= _SERVER:
        return _failure("Gemini is having trouble on its side.")
    return _failure(f"Gemini refused the request (error {code}).", retryable=False)


def silent() -> ServiceUnavailable:
    """Return the failure of a request that was not answered in time."""
    return _failure("Gemini did not answer in time.")


def unreachable() -> ServiceUnavailable:
    """Return the failure of a connection that could not be made, or was lost."""
    return _failure("Gemini could not be reached.")


def _failure(sentence: str, *, retryable: bool = True) -> ServiceUnavailable:
    return ServiceUnavailable(NAME, sentence, retryable=retryable)
