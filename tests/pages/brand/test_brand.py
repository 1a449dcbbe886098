"""A folder says under which name, signs and colours this server meets people."""

import pytest

from darasa_reflex.brand import sign
from darasa_reflex.brand.brand import Brand, read
from darasa_reflex.commands import build
from darasa_reflex.components.page import branded, frame
from darasa_reflex.core.errors import ServiceUnavailable
from darasa_reflex.endpoints.middleware import explanations

LOGO = '<svg xmlns="http://www.w3.org/2000/svg"/>'


@pytest.fixture
def write(tmp_path):
    def written(text: str, **files: str) -> Brand:
        (tmp_path / "brand.toml").write_text(text)
        for name, content in files.items():
            (tmp_path / name.replace("_", ".")).write_text(content)
        return read(tmp_path)

    return written


def test_without_a_folder_nothing_changes():
    ours = Brand()

    assert (ours.name, ours.file_name, ours.palettes()) == ("Darasa", "darasa", None)
    assert branded.sheet(ours) == ""


def test_a_name_alone_is_enough_and_its_letter_stands_before_it(write, monkeypatch):
    found = write('name = "“wójcik” & Sons"')
    for module in (frame, branded):
        monkeypatch.setattr(module, "brand", lambda: found)

    page = explanations._shell(found)

    signs = [str(one.render()) for one in (*frame._sign(), *branded.icon())]
    assert all("W" in one for one in signs)
    assert (page["name"], ">W</text>" in page["sign"]) == ("“wójcik” &amp; Sons", True)
    assert not any(sign.BUBBLE in one for one in (*signs, page["sign"]))
    assert found.file_name == "wojcik-sons"


def test_signs_and_colours_reach_the_pages(write, monkeypatch, tmp_path):
    found = write(
        'name = "Hopewell"\naccent = "#7A1FA2"', logo_svg=LOGO, brand_css=".page { color: red }"
    )
    monkeypatch.setattr(frame, "brand", lambda: found)
    (tmp_path / ".web").mkdir()
    monkeypatch.chdir(tmp_path)
    changed = {}

    branded.Branded(found).pre_compile(add_modify_task=changed.__setitem__)

    ((_, sheet),) = branded.Branded(found).get_static_assets()
    assert "--accent: #7a1fa2;" in sheet
    assert sheet.endswith(".page { color: red }")
    (imported,) = (change("@import url('./theme.css');") for change in changed.values())
    assert imported.splitlines()[-1] == "@import url('./brand.css');"
    assert (tmp_path / ".web/public/brand/logo.svg").read_text() == LOGO
    assert [one.render()["props"] for one in frame._sign()]
    assert "--accent: #7a1fa2;" in explanations._shell(found)["colours"]


@pytest.mark.parametrize(
    ("files", "fetched", "used"),
    [
        ({}, "/fonts/figtree.woff2", False),
        ({"font_woff2": "a font"}, "/brand/font.woff2", True),
        ({"brand_css": ":root:root { --font: serif }"}, "", False),
    ],
    ids=["ours", "a file", "a rule"],
)
def test_a_brand_has_its_own_font_and_no_page_fetches_two(
    write, monkeypatch, tmp_path, files, fetched, used
):
    found = write('name = "Hopewell"', **files)
    monkeypatch.setattr(branded, "brand", lambda: found)
    (tmp_path / ".web").mkdir()
    monkeypatch.chdir(tmp_path)

    branded.Branded(found).pre_compile(add_modify_task=lambda *_: None)

    links = "".join(str(one.render()) for one in branded.font())
    assert (fetched in links, bool(links)) == (True, bool(fetched))
    assert ("@font-face" in branded.sheet(found)) == used
    assert (tmp_path / ".web/public/brand/font.woff2").exists() == used


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("name = ", "brand.toml of DARASA_BRAND is no TOML"),
        ('accent = "#0f6a62"', 'does not say the "name"'),
        ('name = ""', '"name"'),
        ('name = "A"\ncolour = "#0f6a62"', '"colour" is nothing that it can hold'),
        ('name = "A"\naccent = "teal"', '"accent" has another form than it must (#rrggbb'),
        ('name = "A"\naccent_dark = "#62c7b9"', 'an "accent_dark" and no "accent"'),
        ('name = "A"\nsupport = "javascript:alert(1)"', '"support" has another form'),
        ('name = "A"\n[links]\nImprint = "javascript:x"', '"links.Imprint" has another form'),
        (
            'name = "A"\naccent = "#ff9900"',
            'text in "accent" #ff9900 cannot be read on light pages: its contrast is 1.9 : 1, and '
            "4.5 : 1 is needed. #995c00 would do.",
        ),
        (
            'name = "A"\naccent = "#7a1fa2"\naccent_dark = "#7a1fa2"',
            'text in "accent_dark" #7a1fa2 cannot be read on dark pages',
        ),
    ],
)
def test_what_is_wrong_is_told_before_anything_starts(write, text, told):
    with pytest.raises(ServiceUnavailable) as refused:
        write(text)

    assert told in refused.value.message


def test_a_folder_without_its_file_is_told(tmp_path):
    with pytest.raises(ServiceUnavailable, match=r"holds no brand\.toml"):
        read(tmp_path)


@pytest.mark.parametrize(
    ("support", "address"),
    [("a@b.example", "mailto:a@b.example"), ("https://b.example", "https://b.example")],
)
def test_help_is_a_link_to_mail_or_a_page(write, support, address):
    assert write(f'name = "A"\nsupport = "{support}"').support_address == address


def test_pages_are_built_again_once_a_sign_has_changed(write, monkeypatch, tmp_path):
    found = write('name = "A"', logo_svg=LOGO)
    monkeypatch.setattr(build, "brand", lambda: found)
    monkeypatch.setattr(build, "SOURCES", ())
    before = build.fingerprint()

    (tmp_path / "logo.svg").write_text(LOGO + " ")

    assert build.fingerprint() != before
