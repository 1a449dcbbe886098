"""CVs as files: their text, and in words why there is none."""

import base64
import io
import zipfile

import pytest

from darasa_reflex.core.errors import InvalidInput
from darasa_reflex.features.accounts.cv.cv_file import MOST_BYTES, read, text_of
from darasa_reflex.features.accounts.cv.cv_uploads import CvUploads

docx = pytest.importorskip("docx")
pypdf = pytest.importorskip("pypdf")

LINE = "Ada Lovelace, six years at a mill in London"


def word(*lines, table=()):
    document, file = docx.Document(), io.BytesIO()
    for line in lines:
        document.add_paragraph(line)
    if table:
        row = document.add_table(1, len(table)).rows[0]
        for cell, text in zip(row.cells, table, strict=True):
            cell.text = text
    document.save(file)
    return file.getvalue()


def pdf(text="", password=None):
    """A PDF with one page; without a text it is what a scanner makes."""
    writer, file = pypdf.PdfWriter(), io.BytesIO()
    page = writer.add_blank_page(300, 300)
    if text:
        generic = pypdf.generic
        font = generic.DictionaryObject({
            generic.NameObject("/Type"): generic.NameObject("/Font"),
            generic.NameObject("/Subtype"): generic.NameObject("/Type1"),
            generic.NameObject("/BaseFont"): generic.NameObject("/Helvetica"),
        })  # fmt: skip
        fonts = generic.DictionaryObject({generic.NameObject("/F1"): writer._add_object(font)})
        page[generic.NameObject("/Resources")] = generic.DictionaryObject(
            {generic.NameObject("/Font"): fonts}
        )
        stream = generic.DecodedStreamObject()
        stream.set_data(f"BT /F1 12 Tf 20 200 Td ({text}) Tj ET".encode())
        page[generic.NameObject("/Contents")] = writer._add_object(stream)
    if password:
        writer.encrypt(password)
    writer.write(file)
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (word(LINE, table=("2019", "Head baker")), f"{LINE}\n2019 | Head baker"),
        (pdf(LINE), LINE),
        (LINE.encode("utf-8-sig"), LINE),
        ("Zürich, bäckermeister seit 2010".encode("cp1252"), "Zürich, bäckermeister seit 2010"),
    ],
    ids=["word", "pdf", "utf-8", "windows"],
)
def test_the_text_of_a_cv_is_read(data, told):
    assert read(data) == (told, "")


async def test_it_is_read_apart_from_the_server():
    assert await text_of(pdf(LINE)) == LINE


def bomb():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 60_000_000)
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (pdf(), "only pictures of pages"),
        (pdf(LINE, "secret"), "locked with a password"),
        (b"%PDF-1.4 and nothing else", "cannot be read"),
        (bomb, "cannot be read"),
        (b"\xd0\xcf\x11\xe0 old", "old Word"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "cannot be read"),
        (b"   ", "no text in this file"),
    ],
    ids=["scan", "locked", "broken", "bomb", "old", "picture", "blank"],
)
def test_what_has_no_text_is_refused_in_words(data, told):
    text, wrong = read(data() if callable(data) else data)

    assert text == ""
    assert told in wrong


async def test_a_file_of_more_than_5_mb_is_refused():
    with pytest.raises(InvalidInput, match="5 MB"):
        await text_of(b"x" * (MOST_BYTES + 1))


def piece(data):
    return base64.b64encode(data).decode()


def test_pieces_become_the_file_again_and_people_do_not_meet(ada, eve):
    uploads = CvUploads()

    assert uploads.take(ada, piece(b"Hel"), 0, last=False) is None
    assert uploads.take(eve, piece(b"other"), 0, last=True) == b"other"
    assert uploads.take(ada, piece(b"lo"), 1, last=True) == b"Hello"


@pytest.mark.parametrize(
    ("part", "place"), [("SGk=", 3), ("no base64!", 1), ("", -1), ("A" * 7_000_000, 1)]
)
def test_a_broken_way_is_said_and_forgotten(ada, part, place):
    uploads = CvUploads()
    uploads.take(ada, piece(b"x"), 0, last=False)

    with pytest.raises(InvalidInput):
        uploads.take(ada, part, place, last=True)
    with pytest.raises(InvalidInput):
        uploads.take(ada, piece(b"x"), 1, last=True)


def test_pieces_that_are_each_small_may_not_be_too_large_together(ada):
    uploads = CvUploads()
    part = piece(bytes(MOST_BYTES // 5))

    for place in range(4):
        assert uploads.take(ada, part, place, last=False) is None

    with pytest.raises(InvalidInput):
        uploads.take(ada, piece(bytes(MOST_BYTES // 4)), 4, last=True)
