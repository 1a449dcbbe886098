"""What is left out of the built pages: all of Radix Themes that none of them uses.

Reflex brings its whole sheet and, for components that are made while the server runs, its whole
script. We have none of those, and of Radix Themes the theme and the alert dialog.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from reflex_base.plugins import Plugin

# Names of `reflex.components.radix.themes` that pages may use; `lean_sheets.js` keeps their rules.
KEPT = frozenset({"alert_dialog"})
_RULES = "lean_sheets.js"
_POSTCSS, _ROOT = "postcss.config.js", "app/root.jsx"
_IMPORTS = '"postcss-import": {},'
_LIBRARY = "radix_ui_themes"


class Lean(Plugin):
    """Leaves out what no page uses while Reflex builds them."""

    def get_static_assets(self, **_: Any) -> Sequence[tuple[Path, str | bytes]]:  # noqa: ANN401
        """Return the script that reads the sheets."""
        return [(Path(_RULES), Path(__file__).with_name(_RULES).read_text(encoding="utf-8"))]

    def pre_compile(self, **context: Any) -> None:  # noqa: ANN401 (Reflex's own TypedDict)
        """Let it read them, and let the pages import no more of the library than they use."""
        context["add_modify_task"](_POSTCSS, with_lean_sheets)
        context["add_modify_task"](_ROOT, without_library)


def with_lean_sheets(config: str) -> str:
    """Return the configuration of PostCSS with our script behind what joins the sheets."""
    if _RULES in config:
        return config
    return config.replace(_IMPORTS, f'{_IMPORTS}\n    "./{_RULES}": {{}},')


def without_library(root: str) -> str:
    """Return the root of the pages without what imports the whole library."""
    return "".join(line for line in root.splitlines(keepends=True) if _LIBRARY not in line)
