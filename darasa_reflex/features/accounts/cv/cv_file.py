"""The text of a CV: PDF, Word or plain text, up to 5 MB."""

import io
import zipfile
from collections.abc import Iterator

import anyio
import anyio.to_process

from darasa_reflex.core.errors import InvalidInput
from darasa_reflex.core.words.marks import marked

MOST_BYTES = 5_000_000
FIELD = "about_me"
# A CV of more pages is none; what stands behind them is left out.
_MOST_PAGES = 30
# Word files are archives: so much may come out of one.
_MOST_UNPACKED = 50_000_000
_SECONDS = 20.0
_FEWEST_LETTERS = 20
_TOO_LARGE = marked("The file may have 5 MB.")
_SCAN = marked(
    "There is no text in this PDF, only pictures of pages. Save your CV as a PDF from the program "
    "it was written with, or paste its text."
)
_EMPTY = marked("There is no text in this file.")
_LOCKED = marked("This PDF is locked with a password. Save it without one, or paste its text.")
_BROKEN = marked("This file cannot be read. Save it anew as PDF or Word, or paste its text.")
_OLD_WORD = marked("This is a file of an old Word. Save it as .docx or PDF, or paste its text.")


async def text_of(data: bytes) -> str:
    """Return the text of a file. Foreign files are read in a process of their own, for 20 s.

    Raises:
        InvalidInput: It is too large, locked, broken, or holds no text.
    """
    if len(data) > MOST_BYTES:
        raise InvalidInput(FIELD, _TOO_LARGE)
    try:
        with anyio.fail_after(_SECONDS):
            text, wrong = await anyio.to_process.run_sync(read, data, cancellable=True)
    except (TimeoutError, anyio.BrokenWorkerProcess):
        raise InvalidInput(FIELD, _BROKEN) from None
    if wrong:
        raise InvalidInput(FIELD, wrong)
    return text


def read(data: bytes) -> tuple[str, str]:
    """Return the text of a file, or an empty one and what is wrong with it, as a sentence."""
    try:
        if data.startswith(b"%PDF"):
            lines, missing = list(_of_pdf(data)), _SCAN
        elif data.startswith(b"PK"):
            lines, missing = list(_of_word(data)), _EMPTY
        elif data.startswith(b"\xd0\xcf\x11\xe0"):
            return "", _OLD_WORD
        else:
            lines, missing = [_decoded(data)], _EMPTY
    except _Locked:
        return "", _LOCKED
    except Exception:
        return "", _BROKEN
    text = "\n".join(line.rstrip() for line in lines).strip()
    return (text, "") if sum(map(str.isalpha, text)) >= _FEWEST_LETTERS else ("", missing)


class _Locked(Exception):
    """A password is asked for."""


def _of_pdf(data: bytes) -> Iterator[str]:
    from pypdf import PdfReader  # noqa: PLC0415 - only the process that reads a file needs it

    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise _Locked
    for page in reader.pages[:_MOST_PAGES]:
        yield page.extract_text()


def _of_word(data: bytes) -> Iterator[str]:
    from docx import Document  # noqa: PLC0415 - as above

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if sum(entry.file_size for entry in archive.infolist()) > _MOST_UNPACKED:
            raise zipfile.BadZipFile
    document = Document(io.BytesIO(data))
    yield from (paragraph.text for paragraph in document.paragraphs)
    for table in document.tables:
        yield from (" | ".join(cell.text for cell in row.cells) for row in table.rows)


def _decoded(data: bytes) -> str:
    if b"\x00" in data:
        raise ValueError
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")
