"""Patterns of whole words."""

import re


def any_of(*parts: str) -> re.Pattern[str]:
    """Return the pattern of any of the parts, as whole words of plain text."""
    return re.compile(r"(?<![\w'-])(?:" + "|".join(parts) + r")(?![\w-])")
