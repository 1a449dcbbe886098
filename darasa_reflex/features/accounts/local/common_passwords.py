"""Passwords that everybody tries first.

Source: NIST SP 800-63B-4, 3.1.1.2: refuse what is commonly used or expected: sequences,
repetitions, the name of the service, dictionary words. A list of leaked ones would refuse more.
"""

import re

_ROWS = (
    "abcdefghijklmnopqrstuvwxyz",
    "01234567890123456789",
    "qwertyuiopasdfghjklzxcvbnm",
    "qwertzuiopasdfghjklyxcvbnm",
    "azertyuiopqsdfghjklmwxcvbn",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
    "q1w2e3r4t5y6u7i8o9p0",
    "1q2w3e4r5t6y7u8i9o0p",
)
_WORDS = frozenset(
    [
        "password",
        "passwort",
        "passw0rd",
        "p@ssword",
        "p@ssw0rd",
        "motdepasse",
        "contraseña",
        "contrasena",
        "senha",
        "admin",
        "administrator",
        "welcome",
        "willkommen",
        "letmein",
        "iloveyou",
        "sunshine",
        "princess",
        "football",
        "baseball",
        "dragon",
        "monkey",
        "superman",
        "batman",
        "trustno",
        "changeme",
        "secret",
        "login",
        "master",
        "hello",
        "darasa",
        "interview",
        "qwerty",
        "qwertz",
        "azerty",
        "abc",
        "test",
        "guest",
        "user",
        "root",
    ]
)
_ENDS = re.compile(r"^[\W\d_]+|[\W\d_]+$")
_FEW = 3


def is_common(password: str) -> bool:
    """Whether a password is among those that are tried first."""
    plain = password.casefold()
    bare = _ENDS.sub("", plain)
    halves = {bare, *(bare[: len(bare) // n] for n in (2, 3) if bare and bare == _times(bare, n))}
    few = len(set(plain)) <= _FEW
    return few or _is_row(plain) or bool(halves & _WORDS) or _is_row(bare, 6) or bare == ""


def _times(text: str, n: int) -> str:
    return text[: len(text) // n] * n


def _is_row(text: str, least: int = 1) -> bool:
    """Whether a text runs along the alphabet, the digits or a keyboard, either way."""
    rows = (*_ROWS, *(row[::-1] for row in _ROWS))
    return len(text) >= least and any(text in row * 2 for row in rows)
