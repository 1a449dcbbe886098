"""Questions of a whole server, from a CSV file that its operator keeps."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import SecretStr

from darasa_reflex.core.engines.discovery import Provider
from darasa_reflex.core.errors import ServiceUnavailable
from darasa_reflex.features.interviews.questions.own.bank import QuestionBank
from darasa_reflex.features.interviews.questions.own.listed import Listed, NotRead, read

_FILE = "DARASA_QUESTIONS"
_NAME = "csv_file"
_MOST_BYTES = 5_000_000


@dataclass(frozen=True, slots=True)
class CsvBank:
    """See `QuestionBank`. The file is read once, when the server starts."""

    listed: tuple[Listed, ...] = ()

    def questions(self) -> tuple[Listed, ...]:
        """See `QuestionBank.questions`."""
        return self.listed


def _build(keys: Mapping[str, SecretStr]) -> CsvBank:
    path = keys.get(_FILE)
    return CsvBank(_listed(Path(path.get_secret_value()).expanduser())) if path else CsvBank()


def _listed(path: Path) -> tuple[Listed, ...]:
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise _unusable(f"cannot be read ({error.strerror}).") from None
    if len(raw) > _MOST_BYTES:
        raise _unusable("is larger than 5 MB.")
    try:
        listed = read(_text(raw))
    except NotRead as wrong:
        raise _unusable(f"has lines that are wrong. {wrong}") from None
    if not listed:
        raise _unusable("holds no question.")
    return listed


def _text(raw: bytes) -> str:
    """Return the text of a file as spreadsheets write it: UTF-8, or the code page of Windows."""
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")


def _unusable(told: str) -> ServiceUnavailable:
    return ServiceUnavailable(_NAME, f"The file that {_FILE} names {told}", retryable=False)


PROVIDER = Provider[QuestionBank](
    name=_NAME, title="Questions of this server", rank=1, takes=(_FILE,), build=_build
)
