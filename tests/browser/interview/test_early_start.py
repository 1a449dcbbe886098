"""Start pressed by somebody who does not wait for the page."""

import pytest
from playwright.sync_api import expect

from tests.browser.steps import DESCRIPTION, interview

pytestmark = pytest.mark.browser

# Presses Start the moment it stands on the page, before its menus have come from the server.
_PRESS_AT_ONCE = """() => {
  const press = () => {
    const start = [...document.querySelectorAll("button")].find(
      (button) => button.innerText.trim() === "Start interview",
    );
    if (!start) return;
    seen.disconnect();
    start.click();
  };
  const seen = new MutationObserver(press);
  seen.observe(document, { childList: true, subtree: true });
}"""


def test_start_pressed_at_once_starts_the_usual_interview(server, page):
    page.goto(f"{server.address}/app/job-infos/new")
    page.get_by_label("Company").fill("Early press")
    page.get_by_label("Experience level").select_option("senior")
    page.get_by_label("Description").fill(DESCRIPTION)
    page.evaluate(_PRESS_AT_ONCE)

    page.get_by_role("button", name="Save").click()

    page.wait_for_url("**/room")
    interview_id = page.url.split("/")[-2]
    expect(page.get_by_role("button", name="End interview")).to_be_visible()
    usual = [interview(server, interview_id, name) for name in ("language", "patience", "minutes")]
    assert usual == ["en", "normal", 10]
