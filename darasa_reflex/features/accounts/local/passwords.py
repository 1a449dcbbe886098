"""The port of passwords: how they are kept; and what a new one may be."""

import unicodedata
from dataclasses import dataclass
from typing import Protocol

from darasa_reflex.core.errors import InvalidInput
from darasa_reflex.core.words.marks import marked
from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.features.accounts.local.common_passwords import is_common

# Source: NIST SP 800-63B-4, 3.1.1.2: length instead of rules about kinds of characters.
SHORTEST, LONGEST = 10, 200
COMMON = marked("Many people use this password, so it is tried first. Choose another one.")


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of a check.

    Attributes:
        right: Whether it is the password.
        renewed: The hash to keep from now on; None: the kept one is as good as a new one.
    """

    right: bool
    renewed: str | None = None


class Passwords(Protocol):
    """Hashes passwords so slowly that a stolen database does not tell them."""

    async def hashed(self, password: str) -> str:
        """Return what is kept of a password: at most 300 characters, with a salt of its own."""
        ...

    async def check(self, password: str, kept: str | None) -> Checked:
        """Compare a password with what was kept. None is never right, and takes as long."""
        ...


def acceptable(field: str, password: str) -> str:
    """Return a new password as it is hashed.

    Args:
        field: Name of the form's field, for the error.
        password: As typed or pasted; any characters.

    Raises:
        InvalidInput: It has fewer than 10 or more than 200 characters, or halves of such; or it
            is among those that everybody tries first.
    """
    one_form = composed(password)
    if not SHORTEST <= len(one_form) <= LONGEST or not _is_text(one_form):
        raise InvalidInput(
            field, _("A password has {least} to {most} characters.", least=SHORTEST, most=LONGEST)
        )
    if is_common(one_form):
        raise InvalidInput(field, COMMON)
    return one_form


def composed(password: str) -> str:
    """Return a password in one form, whichever way a keyboard composes letters (NFKC)."""
    return unicodedata.normalize("NFKC", password)


def _is_text(password: str) -> bool:
    return not any("\ud800" <= character <= "\udfff" for character in password)
