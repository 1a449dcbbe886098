"""What can go wrong with a language model, as one sentence each; never in a vendor's words."""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from enum import StrEnum
from typing import Any

from darasa_reflex.core.errors import InvalidInput, ServiceUnavailable
from darasa_reflex.core.words.marks import marked
from darasa_reflex.core.words.stored import sentence, sentences
from darasa_reflex.features.language_models.port import Finish, Names

_MINUTE = 60
_BAD, _MONEY, _NOT_THERE, _TOO_LONG, _UNREADABLE, _MANY, _SERVER = 400, 402, 404, 413, 422, 429, 500
_NO_ENTRY = (401, 403)
_LOADING = 503
_REDIRECTS = range(300, 400)
_SLOW = frozenset({408, 504})


class Trouble(StrEnum):
    """What went wrong."""

    KEY = "key"
    MODEL = "model"
    MONEY = "money"
    LIMIT = "limit"
    SERVER = "server"
    BUSY = "busy"
    REQUEST = "request"
    CONTEXT = "context"
    ELSEWHERE = "elsewhere"
    SILENT = "silent"
    UNREACHABLE = "unreachable"
    BROKEN = "broken"
    DECLINED = "declined"
    EMPTY = "empty"
    CUT = "cut"
    SHAPE = "shape"


_SENTENCES = {
    Trouble.KEY: marked("{title} refused the key. Check {key_setting}."),
    Trouble.MODEL: marked(
        '{title} does not offer the model "{model}", or no longer. '
        "Set {model_setting} to a current one."
    ),
    Trouble.MONEY: marked("{title} says that this account has no credit left."),
    Trouble.LIMIT: marked("The limit of requests at {title} is reached for now. {wait}"),
    Trouble.SERVER: marked("{title} is having trouble on its side."),
    Trouble.BUSY: marked("{title} is still loading its model, or busy. Wait a minute."),
    Trouble.REQUEST: marked("{title} refused the request (error {status})."),
    Trouble.CONTEXT: marked(
        "{title} cannot read so much at once: the context of its model is too short. "
        "For Ollama, set OLLAMA_CONTEXT_LENGTH=16384 and start it again."
    ),
    Trouble.ELSEWHERE: marked(
        "{title} sends requests on to another address, which is not followed. Check the address."
    ),
    Trouble.SILENT: marked("{title} did not answer in time."),
    Trouble.UNREACHABLE: marked("{title} could not be reached."),
    Trouble.BROKEN: marked("The line to {title} broke."),
    Trouble.DECLINED: marked("{title} declined to answer: its safety filter stopped it."),
    Trouble.EMPTY: marked("{title} sent an empty answer."),
    Trouble.CUT: marked("The answer of {title} broke off before its end."),
    Trouble.SHAPE: marked("The answer of {title} was not in the shape that was asked for."),
}
_REFUSED = marked("{title} refused the request.")
# Trying again changes nothing about these.
_FINAL = frozenset(
    {Trouble.KEY, Trouble.MODEL, Trouble.MONEY, Trouble.REQUEST, Trouble.CONTEXT, Trouble.ELSEWHERE}
)


class NotAnswered(ServiceUnavailable):
    """A language model gave nothing usable.

    Attributes:
        trouble: What went wrong.
    """

    def __init__(
        self, names: Names, trouble: Trouble, *, status: int = 0, wait_seconds: float | None = None
    ) -> None:
        plain = trouble is Trouble.REQUEST and not status
        told = sentence(
            _REFUSED if plain else _SENTENCES[trouble],
            title=names.title, model=names.model, key_setting=names.key_setting,
            model_setting=names.model_setting, wait=_wait(wait_seconds), status=status,
        )  # fmt: skip
        super().__init__(names.provider, told, retryable=trouble not in _FINAL)
        self.trouble = trouble


def by_status(names: Names, status: int, wait_seconds: float | None = None) -> NotAnswered:
    """Return the failure of a request that was answered with an HTTP error.

    Args:
        names: Who answered.
        status: The HTTP status.
        wait_seconds: When to ask again, if it says so.
    """
    known = {
        **dict.fromkeys(_NO_ENTRY, Trouble.KEY), _MONEY: Trouble.MONEY, _NOT_THERE: Trouble.MODEL,
        _TOO_LONG: Trouble.CONTEXT, _MANY: Trouble.LIMIT, _LOADING: Trouble.BUSY,
        **dict.fromkeys(_SLOW, Trouble.SILENT), **dict.fromkeys(_REDIRECTS, Trouble.ELSEWHERE),
    }  # fmt: skip
    other = Trouble.SERVER if status >= _SERVER else Trouble.REQUEST
    return NotAnswered(names, known.get(status, other), status=status, wait_seconds=wait_seconds)


# What an exception of a vendor's package means: always the same, or looked up in it.
Known = tuple[type[Exception] | tuple[type[Exception], ...], Trouble | Callable[[Any], NotAnswered]]
_ANYWHERE: tuple[Known, ...] = (
    (InvalidInput, Trouble.ELSEWHERE),
    (TimeoutError, Trouble.SILENT),
    (OSError, Trouble.UNREACHABLE),
    # The answer is not even the JSON of an answer.
    (ValueError, Trouble.SHAPE),
    (ExceptionGroup, Trouble.BROKEN),
)


@contextmanager
def translated(names: Names, *known: Known) -> Generator[None]:
    """Turn what a vendor's package raises into failures of ours; the first that fits counts.

    Args:
        names: Who was asked.
        known: The vendor's own exceptions. Those of Python are known.
    """
    try:
        yield
    except NotAnswered:
        raise
    except Exception as error:
        told = next(
            (told for kinds, told in (*known, *_ANYWHERE) if isinstance(error, kinds)), None
        )
        if told is None:
            raise
        raise (NotAnswered(names, told) if isinstance(told, Trouble) else told(error)) from None


def check_ended(names: Names, finish: Finish | None) -> None:
    """Refuse a stream that did not come to its own end.

    Raises:
        NotAnswered: The model declined, or the text was cut, or simply stopped.
    """
    if finish is not Finish.WHOLE:
        declined = finish is Finish.DECLINED
        raise NotAnswered(names, Trouble.DECLINED if declined else Trouble.CUT)


def _wait(seconds: float | None) -> str:
    if seconds is None:
        return sentence("Wait a few minutes.")
    if seconds <= _MINUTE:
        return sentence("Wait a minute.")
    minutes = round(seconds / _MINUTE)
    return sentences(
        "It asks to wait for {count} minute.", "It asks to wait for {count} minutes.", minutes
    )
