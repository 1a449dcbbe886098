"""Paths of this server that came from outside, such as where to go on after a sign-in."""

import re

HOME = "/app"
# What a browser would read as another server begins with two slashes, whichever way they lean, or
# holds characters that it leaves out.
_OWN = re.compile(r"/(?![/\\])[\x21-\x5b\x5d-\x7e]{0,2000}")


def own_path(text: str) -> str:
    """Return a path of ours as it was given; the first page when it is anything else."""
    return text if _OWN.fullmatch(text) else HOME
