"""Looking at a page: what is wrong with it in both themes at all widths, and pictures of it."""

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

# Where `make pictures` wants them; no test looks at one.
PICTURES = os.environ.get("DARASA_PICTURES")
WIDTHS = {"desk": 1280, "phone": 390}
NARROWEST = 320
LEAST_TARGET_PX = 24
# Every theme and every width once: what axe finds hangs on one of them, and it takes its time.
AXE_SEES = {("desk", "light"), ("phone", "dark")}
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
# Of what is well axe would send every element. Its own code stays as long as the page does.
_VIOLATIONS = "(rules) => axe.run(rules).then((found) => found.violations)"

# Targets smaller than the standard's minimum: links within a sentence are excused by it, and what
# is drawn over by something larger (a radio by its label) is found through that.
_SMALL_TARGETS = """(least) => [...document.querySelectorAll(
    "a[href], button, input, select, textarea, summary, [role=button]")].filter((element) => {
  const box = element.getBoundingClientRect();
  if (!element.checkVisibility() || box.bottom < 0 || box.width <= 1) return false;
  return box.width < least || box.height < least;
}).map((element) => element.outerHTML.slice(0, 120))"""
# The theme's class is there, and has been drawn. Pages that are none of the app's have no class.
_SETTLED = """(theme) => (!document.querySelector("[data-is-root-theme]")
      || document.documentElement.classList.contains(theme))
    && new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
      .then(() => window.scrollTo(0, 0) ?? true)"""
_SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@dataclass
class Look:
    """Looks at a page as it stands, in both themes and at all widths, and collects what is wrong.

    Attributes:
        page: Where the pages are shown.
        console: Errors in the browser's console since the last look.
    """

    page: Page
    console: list[str] = field(default_factory=list)
    _faults: list[str] = field(default_factory=list)

    def at(self, name: str) -> None:
        """Check what is shown, and photograph it if pictures are wanted."""
        wrong = [f"console: {text}" for text in self.console]
        self.console.clear()
        for theme in ("light", "dark"):
            self.page.emulate_media(color_scheme=theme, reduced_motion="reduce")
            for place, width in WIDTHS.items():
                self.page.set_viewport_size({"width": width, "height": 844})
                self.page.wait_for_function(_SETTLED, arg=theme)
                self._photograph(f"{name}-{place}-{theme}")
                found = self._found(axe=(place, theme) in AXE_SEES)
                wrong += [f"{place} {theme}: {fault}" for fault in found]
        self.page.set_viewport_size({"width": NARROWEST, "height": 844})
        wrong += self._sideways()
        self._faults += [f"{name}: {fault}" for fault in wrong]

    def faults(self) -> list[str]:
        """Return what was wrong in all that was looked at since this was last asked."""
        told, self._faults = self._faults, []
        return told

    def _photograph(self, name: str) -> None:
        if PICTURES:
            self.page.screenshot(path=Path(PICTURES) / f"{name}.png", full_page=True)

    def _found(self, *, axe: bool) -> list[str]:
        small = self.page.evaluate(_SMALL_TARGETS, LEAST_TARGET_PX)
        headings = self.page.locator("h1").count()
        return [
            *(self._axe() if axe else []),
            *(f"small target: {html}" for html in small),
            *([f"{headings} h1"] if headings != 1 else []),
            *self._sideways(),
        ]

    def _axe(self) -> list[str]:
        if self.page.evaluate("typeof axe") == "undefined":
            self.page.evaluate(Axe().axe_script)
        found = self.page.evaluate(_VIOLATIONS, RULES)
        return [f"{v['id']}: {[_told(node) for node in v['nodes'][:3]]}" for v in found]

    def _sideways(self) -> list[str]:
        over = self.page.evaluate(_SIDEWAYS)
        return [f"{over} px to scroll sideways"] if over > 0 else []


def _told(node: dict[str, Any]) -> str:
    """Return an element and what is wrong with it, such as its colours."""
    why = [check["message"] for check in node["any"][:1]]
    return " ".join([node["html"][:120], *why])
