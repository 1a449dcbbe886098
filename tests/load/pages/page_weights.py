"""Rows of the bench about what a first visit transfers, beside a bare Reflex page, and heights.

Bytes are those of the wire, compressed. Heights are of a report of six answers, cards closed.
"""

from collections.abc import Iterator

from playwright.sync_api import Browser, sync_playwright

from tests.browser.look.furnished import House
from tests.browser.look.six_interviews import furnish
from tests.fixtures.server import Server
from tests.load.measuring.table import Row, aim
from tests.machine.browsers import chromium

# More than the bare page, in kB. Source of the first: the issue of the design; of the second: what
# pages took when the sheet of Radix Themes was cut to what they use, and 10 kB.
MOST_JS, MOST_CSS = 60, -45
# Three screens of a desk, and about as much to scroll on a phone as one reads at a stop, in px.
MOST_HIGH = {1280: 2_400, 390: 4_000}
_SIZES = """(ending) => performance.getEntriesByType("resource")
  .filter((entry) => entry.name.split("?")[0].endsWith(ending))
  .reduce((sum, entry) => sum + entry.encodedBodySize, 0)"""


def rows(bare: str, server: Server) -> Iterator[Row]:
    """Load the pages of both, each as on a first visit; the servers run."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium.whole(), args=chromium.flags()
        )
        reference = _weight(browser, bare)
        _weight(browser, f"{server.address}/app")  # makes the local person
        house = House(f"sqlite:///{server.database}")
        report = furnish(house)["strong"]
        room = (
            f"{report.rpartition('/')[0]}/{house.interview(house.newest_job(), ended=False)}/room"
        )
        house.close()
        pages = {"landing": "/", "dashboard": "/app", "room": room, "report": report}
        for name, path in pages.items():
            own = _weight(browser, f"{server.address}{path}")
            for kind, most in ((".js", MOST_JS), (".css", MOST_CSS)):
                yield Row(
                    f"first visit of the {name}, {kind[1:].upper()} over the wire",
                    f"{own[kind] / 1000:.0f} kB",
                    f"{reference[kind] / 1000:.0f} kB, bare page with Radix",
                    aim((own[kind] - reference[kind]) / 1000, most, " kB more"),
                )
        yield from _heights(browser, f"{server.address}{report}")
        browser.close()


def _weight(browser: Browser, address: str) -> dict[str, int]:
    context = browser.new_context()
    page = context.new_page()
    page.goto(address, wait_until="networkidle")
    found = {ending: page.evaluate(_SIZES, ending) for ending in (".js", ".css")}
    context.close()
    return found


def _heights(browser: Browser, address: str) -> Iterator[Row]:
    for width, most in MOST_HIGH.items():
        page = browser.new_page(viewport={"width": width, "height": 800})
        page.goto(address)
        page.get_by_role("heading", name="Your answers").wait_for()
        high = page.evaluate("document.documentElement.scrollHeight")
        page.close()
        yield Row(
            f"height of a report of six answers at {width} px",
            f"{high} px",
            f"{most} px, the design",
            aim(high, most, " px"),
        )
