"""What stories in Firefox and WebKit share: finding what a person sees, and waiting for it."""

import json
import time
from typing import Any, Protocol

WAIT_SECONDS = 30.0
LOOK_SECONDS = 0.1
BUTTONS = "button, a[href], [role=button]"
FIELDS = "input, textarea, select"
# What can be seen and used, by its words or its name for screen readers; else by how they begin.
_FIND = """(name, tags) => {
  const seen = (e) => e.checkVisibility({ visibilityProperty: true }) && !e.disabled;
  const told = (e) => [e.getAttribute("aria-label"), e.innerText, e.labels?.[0]?.innerText]
    .map((text) => (text ?? "").trim());
  const found = [...document.querySelectorAll(tags)].filter(seen);
  const begins = (e) => told(e).some((text) => text.startsWith(name));
  return found.find((e) => told(e).includes(name)) ?? found.find(begins) ?? null;
}"""

_CHOOSE = """(menu, text) => {
  menu.value = [...menu.options].find((option) => option.label === text).value;
  menu.dispatchEvent(new Event("change", { bubbles: true }));
}"""


class Driver(Protocol):
    """How a browser is told what to do."""

    def goto(self, address: str) -> None:
        """Open an address, and wait until it is loaded."""
        ...

    def evaluate(self, expression: str) -> Any:
        """Return what an expression of the page is worth; an element as what `click` takes."""
        ...

    def click(self, element: Any) -> None:
        """Click an element, as a mouse does."""
        ...


class Tab:
    """A page in any of them. Whatever is waited for may take `WAIT_SECONDS`."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver
        self.goto, self.value = driver.goto, driver.evaluate

    def press(self, name: str) -> None:
        """Click a button or a link."""
        self.driver.click(self._found(name, BUTTONS))

    def fill(self, name: str, text: str) -> None:
        """Go into a field and put a text in at once, as pasting does."""
        self.driver.click(self._found(name, FIELDS))
        self.value(f"document.execCommand('insertText', false, {json.dumps(text)})")

    def choose(self, name: str, text: str) -> None:
        """Choose an option of a menu; the menus themselves belong to the desktop."""
        self._found(name, FIELDS)
        self.value(f"({_CHOOSE})({_find(name, FIELDS)}, {json.dumps(text)})")

    def sees(self, text: str) -> None:
        """Wait until a text stands on the page."""
        self._until(f"document.body.innerText.includes({json.dumps(text)}) || null", text)

    def _found(self, name: str, tags: str) -> Any:
        return self._until(_find(name, tags), name)

    def _until(self, expression: str, what: str) -> Any:
        until = time.monotonic() + WAIT_SECONDS
        while (found := self.value(expression)) is None:
            assert time.monotonic() < until, f"{what!r} is not on the page"
            time.sleep(LOOK_SECONDS)
        return found


def _find(name: str, tags: str) -> str:
    return f"({_FIND})({json.dumps(name)}, {json.dumps(tags)})"
