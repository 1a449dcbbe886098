"""What is left out of the built pages: nothing that one of them uses."""

import re
from pathlib import Path

import reflex as rx
import reflex_base
from reflex_base.compiler.templates import app_root_template

from darasa_reflex.components.page.lean.lean import KEPT, Lean, with_lean_sheets, without_library

ROOT = Path(__file__).parents[2]
TEMPLATE = Path(reflex_base.__file__).parent / ".templates" / "web" / "postcss.config.js"
ON_PAGES = ("components", "pages")


def used():
    """The names of `rx` that pages and components use."""
    files = [
        file for folder in ON_PAGES for file in (ROOT / "darasa_reflex" / folder).rglob("*.py")
    ]
    return {name for file in files for name in re.findall(r"\brx\.(\w+)", file.read_text())}


def test_pages_use_no_part_of_radix_themes_whose_rules_are_left_out():
    modules = {name: getattr(getattr(rx, name), "__module__", "") or "" for name in used()}
    of_radix = {name for name, module in modules.items() if "radix.themes" in module}

    # Another part? Name it in KEPT, and its classes in lean_sheets.js.
    assert of_radix == KEPT


def test_the_sheets_are_read_by_our_script_once():
    config = with_lean_sheets(TEMPLATE.read_text())
    [(name, script)] = Lean().get_static_assets()

    assert config.index('"postcss-import"') < config.index(f'"./{name}"')
    assert config.index(f'"./{name}"') < config.index("autoprefixer: ")
    assert with_lean_sheets(config) == config
    assert "export default" in script


def test_the_pages_import_no_whole_library():
    libraries = [("radix_ui_themes", "@radix-ui/themes"), ("utils_state", "$/utils/state")]
    whole = app_root_template(
        imports=[], custom_codes=[], hooks={}, window_libraries=libraries, render={"props": []},
        dynamic_imports=set(),
    )  # fmt: skip

    root = without_library(whole)

    assert "@radix-ui/themes" in whole
    assert "@radix-ui/themes" not in root
    assert '"$/utils/state": utils_state' in root
