"""How many words a number in digits is when it is said: the same speech, written either way."""

import re

# A currency sign and a percent sign are said, too; "1,200" is one number, "10:30" are two.
_NUMBER = re.compile(r"([$€£]\s?)?(\d+(?:,\d{3})*)((?:\.\d+)+)?(?:\s?(%)|(?:st|nd|rd|th)\b)?")
# Most texts have none, which this tells ten times as fast.
_DIGIT = re.compile(r"\d")
_YEARS = range(1100, 2100)
_TENS, _HUNDRED, _THOUSAND = 100, 100, 1000
# A longer row of digits is read out one by one.
_MOST_DIGITS = 12


def count(text: str) -> int:
    """Return how many words the numbers of a text are; hyphened ones ("forty-two") are one."""
    if not _DIGIT.search(text):
        return 0
    return sum(_said(*found.groups(default="")) for found in _NUMBER.finditer(text))


def without(text: str) -> str:
    """Return a text without its numbers in digits, and without what belongs to them."""
    return _NUMBER.sub(" ", text) if _DIGIT.search(text) else text


def _said(currency: str, whole: str, rest: str, percent: str) -> int:
    fraction = len(rest)  # the point, and each digit behind it
    return bool(currency) + _whole(whole) + fraction + bool(percent)


def _whole(digits: str) -> int:
    plain = digits.replace(",", "")
    if len(plain) > _MOST_DIGITS:
        return len(plain)
    if plain == digits and int(plain) in _YEARS:
        return 2
    return _words(int(plain))


def _words(number: int) -> int:
    if number < _TENS:
        return 1
    if number < _THOUSAND:
        rest = number % _HUNDRED
        return 2 + (_words(rest) if rest else 0)
    rest = number % _THOUSAND
    return _words(number // _THOUSAND) + 1 + (_words(rest) if rest else 0)
