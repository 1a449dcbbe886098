"""The field for a typed answer is in sight, whatever opened it and however small the screen is."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.steps import at_a_job, start

pytestmark = pytest.mark.browser

# A phone upright, the same with its keyboard open, and a small laptop.
SCREENS = ((390, 844), (390, 480), (1280, 680))

_NOTHING_LIES_OVER = """(field) => {
  const { left, right, top, bottom } = field.getBoundingClientRect();
  const within = top >= 0 && bottom <= innerHeight;
  return within && [[left + 8, top + 8], [right - 8, bottom - 8]].every(
    ([x, y]) => document.elementFromPoint(x, y) === field,
  );
}"""


def in_sight(page: Page) -> bool:
    return page.get_by_label("Your answer").evaluate(_NOTHING_LIES_OVER)


def test_the_answer_is_in_sight_when_the_person_wants_to_type(server, page):
    at_a_job(page, server, "Typed on a phone")
    start(page)
    page.get_by_role("button", name="Mute").click()

    seen = {}
    for width, height in SCREENS:
        page.set_viewport_size({"width": width, "height": height})
        page.get_by_role("button", name="Type", exact=True).click()
        expect(page.get_by_label("Your answer")).to_be_focused()
        seen[width, height] = in_sight(page)
        page.get_by_role("button", name="Speak", exact=True).click()

    assert seen == dict.fromkeys(SCREENS, True)


def test_the_answer_is_in_sight_when_the_microphone_is_refused(server, open_browser):
    browser = open_browser(without=("--use-fake-ui-for-media-stream",))
    page = browser.new_context().new_page()
    at_a_job(page, server, "Refused")
    job = page.url

    seen = {}
    for width, height in SCREENS:
        page.set_viewport_size({"width": width, "height": height})
        page.goto(job)
        start(page)
        told = page.get_by_role("alert").filter(has_text="Your browser blocks the microphone")
        expect(told).to_be_attached()
        expect(page.get_by_label("Your answer")).to_be_focused()
        seen[width, height] = in_sight(page)

    assert seen == dict.fromkeys(SCREENS, True)
