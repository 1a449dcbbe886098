"""Redirects lead to places of our own, whatever an address or a form says."""

import ast
from importlib import import_module
from pathlib import Path

import pytest

import darasa_reflex
from darasa_reflex.core.paths import own_path

_PACKAGE = Path(darasa_reflex.__file__).parent
# Where the target was looked at, and is a path of ours: by `own_path`, or an own address.
_LOOKED_AT = {
    ("components/room/end_dialog.py", "job_to"),
    ("states/doors/sign_in.py", "_way_back(self.router.url)"),
    ("endpoints/sign_in_posts/answers.py", "address"),
    ("endpoints/middleware/below.py", "way"),
}
_LEADING = {"redirect", "RedirectResponse"}
_IN_BROWSERS = ("location.href", "location.assign", "location.replace", "window.open")


def redirects():
    """Return every redirect in the program: its file and its target, as written."""
    return [
        (path.relative_to(_PACKAGE).as_posix(), node.args[0])
        for path in sorted(_PACKAGE.rglob("*.py"))
        if any(name in (source := path.read_text(encoding="utf-8")) for name in _LEADING)
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call) and _name(node.func) in _LEADING
    ]


def _name(function: ast.expr) -> str:
    return ast.unparse(function).rsplit(".", 1)[-1]


def _is_ours(file: str, target: ast.expr) -> bool:
    if isinstance(target, ast.Name) and target.id.isupper():
        module = import_module(f"darasa_reflex.{file.removesuffix('.py').replace('/', '.')}")
        target = ast.Constant(getattr(module, target.id))
    if isinstance(target, ast.Constant):
        return own_path(str(target.value)) == target.value
    return isinstance(target, ast.Call) and ast.unparse(target.func).startswith("addresses.")


def test_every_redirect_is_a_path_of_ours_or_was_looked_at():
    every = redirects()

    found = [(file, target) for file, target in every if not _is_ours(file, target)]

    assert {(file, ast.unparse(target)) for file, target in found} == _LOOKED_AT
    assert len(every) > len(found)


@pytest.mark.parametrize("banned", ["rx.call_script", *_IN_BROWSERS])
def test_nothing_else_leads_away(banned):
    sources = [path for kind in ("*.py", "*.js", "*.jsx") for path in _PACKAGE.rglob(kind)]

    guilty = [path.name for path in sources if banned in path.read_text(encoding="utf-8")]

    assert guilty == []
