"""The sample as a script: once for a page however often that uses it, in each language offered."""

from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

import reflex as rx
from reflex.utils.imports import ImportVar
from reflex.vars import ObjectVar, VarData
from reflex_base.plugins import Plugin

from darasa_reflex.components.words import OFFERED
from darasa_reflex.core.words.sentences import spoken_in

_NAME = "sample.js"
# Where the script that knows the language of the page is linked: see components/scripts.py.
_LANGUAGE = 'import { language } from "../external/darasa_reflex/components/words/words.js";\n'
_FOLDER = "samples"


class SampleScript(Plugin):
    """Writes the script while Reflex builds the pages."""

    def get_static_assets(self, **_: Any) -> Sequence[tuple[Path, str | bytes]]:  # noqa: ANN401
        """Return the script."""
        told = ", ".join(f"{code}: {_told(code)}" for code in OFFERED)
        chosen = f"const told = {{{told}}};\nexport const sample = told[language];\n"
        return [(Path("public", _FOLDER, _NAME), f"{_LANGUAGE}{chosen}")]


def sample_var() -> ObjectVar[Any]:
    """Return a `sample.Sample` in the language of who reads."""
    from darasa_reflex.states.report.sample import Sample  # noqa: PLC0415 (see `_told`)

    imported = VarData(imports={f"$/public/{_FOLDER}/{_NAME}": [ImportVar(tag="sample")]})
    return rx.Var("sample", _var_data=imported).to(Sample)


def _told(language: str) -> str:
    # Reflex's settings name this file before there is an app to import.
    from darasa_reflex.states.report.sample import sample  # noqa: PLC0415

    with spoken_in(language):
        made = sample()
    parts = {part.name: rx.Var.create(getattr(made, part.name)) for part in fields(made)}
    return "{" + ", ".join(f"{name}: {part!s}" for name, part in parts.items()) + "}"
