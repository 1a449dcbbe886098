"""Which language somebody reads: as the head of a page chooses it (choose_language.js)."""

import re
from collections.abc import Iterable
from functools import lru_cache

COOKIE = "darasa_language"
_KEPT = re.compile(rf"(?:^|;\s?){COOKIE}=([a-z]+)")
# Browsers send some fifty characters; what is longer is nobody's list of languages.
_LONGEST = 400


def language_of(cookies: str, accepted: str, offered: tuple[str, ...]) -> str:
    """Return the language of who asks, among those that are offered.

    Args:
        cookies: The Cookie header; the person's own choice stands in it.
        accepted: The Accept-Language header: what their browser asks for.
        offered: As `Settings.languages`; the first is for whoever reads none of them.
    """
    # Looked for by its name first: every event asks.
    kept = _KEPT.search(cookies) if COOKIE in cookies else None
    if kept and kept[1] in offered:
        return kept[1]
    return _first_of(accepted[:_LONGEST], offered)


@lru_cache(maxsize=256)
def _first_of(accepted: str, offered: tuple[str, ...]) -> str:
    return next((one for one in _by_wish(accepted) if one in offered), offered[0])


def _by_wish(accepted: str) -> Iterable[str]:
    """Return languages, most wished for first: `de-AT;q=0.8, en` asks for English, then German."""
    wishes = [_wish(part) for part in accepted.split(",")]
    wishes.sort(key=lambda wish: -wish[1])
    return (code for code, weight in wishes if weight > 0)


def _wish(part: str) -> tuple[str, float]:
    tag, _, weight = part.partition(";")
    code = tag.strip().split("-")[0].lower()
    try:
        return code, float(weight.strip().removeprefix("q=") or 1)
    except ValueError:
        return code, 0.0
