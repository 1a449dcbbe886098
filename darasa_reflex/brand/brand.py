"""What the folder of DARASA_BRAND says, read once.

Pages are built with it: `commands.build` counts its files among what a build depends on.
"""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Annotated
from unicodedata import normalize

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from darasa_reflex.brand import colours
from darasa_reflex.core.errors import ServiceUnavailable
from darasa_reflex.settings import settings

TEXTS = "brand.toml"
LOGO, DARK_LOGO, ICON, SHEET = "logo.svg", "logo-dark.svg", "favicon.ico", "brand.css"
FONT = "font.woff2"
_COLOUR = "#rrggbb, such as #0f6a62"
_REFUSED = {
    "extra_forbidden": "is nothing that it can hold",
    "string_pattern_mismatch": "has another form than it must",
    "string_too_short": "is empty",
    "string_too_long": "is too long",
}

Line = Annotated[str, StringConstraints(strip_whitespace=True, pattern=r"^[^\r\n\t]+$")]
Colour = Annotated[str, StringConstraints(to_lower=True, pattern=r"^#[0-9a-fA-F]{6}$")]
Address = Annotated[str, StringConstraints(pattern=r"^https?://[^\s\"<>]+$")]
# An e-mail address, or a page.
Contact = Annotated[
    str, StringConstraints(pattern=r"^(https?://[^\s\"<>]+|[^\s\"<>@]+@[^\s\"<>@]+)$")
]


class Brand(BaseModel):
    """How this server calls itself, and what its pages say of whoever runs it.

    Attributes:
        name: In titles, sentences and files to take along.
        accent: Colour of links and buttons on light pages. None: ours.
        accent_dark: The same on dark pages. None: `accent` with as much white as it takes.
        support: E-mail address or page of those who help. Empty: none is shown.
        note: A sentence at the foot of every page. Empty: none.
        links: Words and addresses at the foot of every page.
        folder: Where the signs lie. None: ours are shown.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Annotated[Line, Field(max_length=40)] = "Darasa"
    accent: Colour | None = None
    accent_dark: Colour | None = None
    support: Contact | None = None
    note: Annotated[Line, Field(max_length=300)] | None = None
    links: dict[Annotated[Line, Field(max_length=40)], Address] = Field(
        default_factory=dict[str, str]
    )
    folder: Annotated[Path | None, Field(exclude=True)] = None

    @property
    def support_address(self) -> str:
        """Where a link to those who help leads; empty when there is none."""
        contact = self.support or ""
        return contact if not contact or contact.startswith("http") else f"mailto:{contact}"

    @property
    def file_name(self) -> str:
        """What the names of files to take along begin with: letters, digits and hyphens."""
        plain = normalize("NFKD", self.name.lower()).encode("ascii", "ignore").decode()
        return "-".join(re.findall(r"[a-z0-9]+", plain)) or "interview"

    def file(self, name: str) -> Path | None:
        """Return a file of the folder; None where there is none."""
        place = self.folder / name if self.folder else None
        return place if place and place.is_file() else None

    def palettes(self) -> tuple[colours.Palette, colours.Palette] | None:
        """Return light and dark colours; None when they are ours.

        Raises:
            ServiceUnavailable: Text in an accent could not be read on our pages.
        """
        if self.accent is None:
            return None
        try:
            light = colours.light(self.accent)
        except colours.Unreadable as pale:
            raise _unreadable("accent", self.accent, "light", pale) from None
        accent = self.accent_dark or colours.dark_of(self.accent)
        try:
            return light, colours.dark(accent)
        except colours.Unreadable as dull:
            raise _unreadable("accent_dark", accent, "dark", dull) from None


@cache
def brand() -> Brand:
    """Return the one brand of this process.

    Raises:
        ServiceUnavailable: The folder holds no `brand.toml` that can be used.
    """
    folder = settings().brand
    return read(folder.resolve()) if folder else Brand()


def read(folder: Path) -> Brand:
    """Return the brand in a folder, after a look at its colours.

    Raises:
        ServiceUnavailable: It holds no `brand.toml` that can be used.
    """
    try:
        told = tomllib.loads((folder / TEXTS).read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise _wrong(f"The folder of DARASA_BRAND holds no {TEXTS}.") from None
    except OSError:
        raise _wrong(f"{TEXTS} of DARASA_BRAND cannot be read.") from None
    except ValueError as error:  # of TOML, or of UTF-8
        raise _wrong(f"{TEXTS} of DARASA_BRAND is no TOML: {error}.") from None
    try:
        found = Brand.model_validate({**told, "folder": folder})
    except ValidationError as error:
        raise _wrong(_told(error)) from None
    if "name" not in told:
        raise _wrong(f'{TEXTS} of DARASA_BRAND does not say the "name".')
    if found.accent_dark and not found.accent:
        raise _wrong(f'{TEXTS} of DARASA_BRAND has an "accent_dark" and no "accent".')
    found.palettes()
    return found


def _told(error: ValidationError) -> str:
    """Return what is wrong with the first value that is."""
    first = error.errors(include_url=False, include_input=False)[0]
    key = ".".join(str(part) for part in first["loc"] if part != "[key]")
    why = _REFUSED.get(first["type"], "is of another kind than it must be")
    shape = f" ({_COLOUR})" if key.startswith("accent") else ""
    return f'{TEXTS} of DARASA_BRAND: "{key}" {why}{shape}. docs/brand.md lists what it may hold.'


def _unreadable(key: str, colour: str, pages: str, why: colours.Unreadable) -> ServiceUnavailable:
    return _wrong(
        f'{TEXTS} of DARASA_BRAND: text in "{key}" {colour} cannot be read on {pages} pages: its '
        f"contrast is {why.ratio:.1f} : 1, and {colours.READABLE} : 1 is needed. "
        f"{why.instead} would do."
    )


def _wrong(sentence: str) -> ServiceUnavailable:
    return ServiceUnavailable("brand", sentence, retryable=False)
