"""With another brand, our own name stands nowhere a candidate reads or hears."""

import ast
import re
from pathlib import Path

from tests.fixtures.server import ROOT

OURS = re.compile(r"\bDarasa\b")
PACKAGE = ROOT / "darasa_reflex"
# Whoever runs the server reads these, or a vendor.
FOR_OTHERS = {
    "brand/brand.py",
    "core/database/sqlite/only_server.py",
    "providers/interviewer/hume/rest/config.py",
}
SHOWN = {".js", ".jsx", ".html", ".json", ".tsv", ".txt", ".css"}


def sentences_of(file: Path) -> list[str]:
    """All texts in a module that are no docstrings."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    bare = {id(one.value) for one in ast.walk(tree) if isinstance(one, ast.Expr)}
    texts = [one for one in ast.walk(tree) if isinstance(one, ast.Constant) and id(one) not in bare]
    return [one.value for one in texts if isinstance(one.value, str)]


def test_no_sentence_names_us_by_itself():
    found = set()
    for file in PACKAGE.rglob("*"):
        place = file.relative_to(PACKAGE)
        if not file.is_file() or place.parts[0] in {"commands", "testing"}:
            continue
        if file.suffix == ".py" and OURS.search(file.read_text(encoding="utf-8")):
            found |= {place.as_posix() for text in sentences_of(file) if OURS.search(text)}
        elif file.suffix in SHOWN and OURS.search(file.read_text(encoding="utf-8")):
            found.add(place.as_posix())

    assert found == FOR_OTHERS
