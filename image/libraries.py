"""What the product is built on, loaded once: every import in its files, and every engine."""

import ast
import importlib
import sys
from collections.abc import Iterator
from pathlib import Path

from darasa_reflex.core.engines.discovery import Provider
from darasa_reflex.parts import PORTS, providers

ROOT = Path(__file__).resolve().parents[1]
_PRODUCT = ROOT / "darasa_reflex"
# Suites for those who write engines: they bring pytest, which no server has.
_NOT_SERVED = _PRODUCT / "testing"
_OURS = "darasa_reflex"


class Missing(Exception):
    """Says what the image lacks."""


def load_libraries() -> None:
    """Import what is named anywhere in the product's files: keys are not needed for that.

    Raises:
        ImportError: It, or something that it needs, is not there.
    """
    for module, name in sorted(named_libraries()):
        loaded = importlib.import_module(module)
        if name and not hasattr(loaded, name):
            importlib.import_module(f"{module}.{name}")


def named_libraries() -> set[tuple[str, str]]:
    """Return modules outside of the product and Python, each with a name out of it, or none."""
    files = (one for one in _PRODUCT.rglob("*.py") if _NOT_SERVED not in one.parents)
    found = (one for file in files for one in _imported(file.read_text("utf-8")))
    known = {_OURS, *sys.stdlib_module_names}
    return {one for one in found if one[0].partition(".")[0] not in known}


def _imported(text: str) -> Iterator[tuple[str, str]]:
    for node in ast.walk(ast.parse(text)):
        match node:
            case ast.Import():
                yield from ((alias.name, "") for alias in node.names)
            case ast.ImportFrom(module=str(module), level=0):
                yield from ((module, alias.name) for alias in node.names)
            # What is loaded late by name.
            case ast.Call(
                func=ast.Attribute(attr="import_module"), args=[ast.Constant(value=str(module))]
            ):
                yield module, ""


def load_engines() -> list[str]:
    """Load the providers of all ports; return their names, each behind its port.

    Raises:
        Missing: One cannot be loaded, or lacks a package.
    """
    found = [(port, one) for port in PORTS for one in providers(port)]
    for port, one in found:
        _check(port, one)
    return [f"{port}/{one.name}" for port, one in found]


def _check(port: str, provider: Provider[object]) -> None:
    # Keys are the only thing that an image may lack.
    if reason := provider.obstacle():
        told = f"{port}/{provider.name} cannot run in this image: {reason}"
        raise Missing(told)
