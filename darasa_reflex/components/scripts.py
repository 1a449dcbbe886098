"""Scripts that stand beside the Python file of their component.

`rx.asset(…, shared=True)` does the same, but finds its caller by reading the source of the whole
stack: 0.1 s for each of 33 scripts, at every start of a server.
"""

import hashlib
from pathlib import Path
from uuid import uuid4

from darasa_reflex.settings import settings

_ROOT = Path(__file__).resolve().parents[2]
# Where Reflex looks when it builds pages; Git ignores it.
_LINKED = Path("assets", "external")
_DIGITS = 8


def library(owner: str, name: str) -> str:
    """Return what a component's `library` says for a script beside its file, `__file__`."""
    return f"$/public/{_link(owner, name)}"


def address(owner: str, name: str) -> str:
    """Return where the browser finds a script beside a file; it changes with what it contains."""
    digest = hashlib.sha256((Path(owner).parent / name).read_bytes()).hexdigest()
    return f"{settings().path}/{_link(owner, name)}?v={digest[:_DIGITS]}"


def link_parts(owner: str) -> None:
    """Let a build find what the scripts beside a file import: every `.js` there and below."""
    folder = Path(owner).parent
    for part in folder.rglob("*.js"):
        _link(owner, part.relative_to(folder).as_posix())


def _link(owner: str, name: str) -> str:
    """Link a script to where a build finds it; return that place below `assets`."""
    script = Path(owner).resolve().parent / name
    module = Path(owner).resolve().relative_to(_ROOT).with_suffix("")
    link = Path.cwd() / _LINKED / module / name
    if not (link.is_symlink() and link.resolve() == script):
        link.parent.mkdir(parents=True, exist_ok=True)
        # In one step: other processes may be doing the same.
        fresh = link.with_name(f".{uuid4().hex}")
        fresh.symlink_to(script.resolve(strict=True))
        fresh.replace(link)
    return f"{_LINKED.name}/{module.as_posix()}/{name}"
