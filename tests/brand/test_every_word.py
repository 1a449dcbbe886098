"""With another brand, our own name stands nowhere a candidate reads or hears."""

import ast
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.server import ROOT

OURS = re.compile(r"\bDarasa\b")
PACKAGE = ROOT / "darasa_reflex"
# Whoever runs the server reads these, or a vendor.
FOR_OTHERS = {
    "brand/brand.py",
    "core/sqlite/only_server.py",
    "providers/interviewer/hume/rest/config.py",
}
SHOWN = {".js", ".jsx", ".html", ".json", ".tsv", ".txt", ".css"}
PROGRAM = """
import json
from reflex_base.registry import RegistrationContext
from darasa_reflex import pages
from darasa_reflex.endpoints.api.description import DESCRIPTION
told = {kwargs["route"]: [kwargs["title"], kwargs["description"], str(build().render())]
        for build, kwargs in RegistrationContext.ensure_context().decorated_pages}
print(json.dumps(told | {"api": DESCRIPTION["info"]}))
"""


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


@pytest.mark.slow
def test_every_page_is_built_under_another_name(tmp_path):
    (tmp_path / "brand.toml").write_text(
        'name = "Hopewell"\nsupport = "a@b.example"\n[links]\nImprint = "https://b.example/us"'
    )
    given = {**os.environ, "DARASA_BRAND": str(tmp_path)}

    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], cwd=ROOT, env=given, capture_output=True, check=True
    )

    told = json.loads(done.stdout)
    api = told.pop("api")
    assert api["title"] == "Hopewell"
    assert len(told) > 10
    for address, (title, *texts) in told.items():
        assert title.endswith(" · Hopewell"), address
        assert OURS.search(" ".join([title, *texts])) is None, address
        assert "https://b.example/us" in texts[-1]
        assert "mailto:a@b.example" in texts[-1]
