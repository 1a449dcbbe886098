"""What is typed stays, whatever happens to the line."""

import re
import time

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def test_a_line_that_breaks_leaves_a_half_typed_form_alone_and_a_reload_empties_it(page, server):
    lines = []

    def pass_on(line):
        lines.append(line)
        line.connect_to_server()

    page.route_web_socket(re.compile("/_event/"), pass_on)
    page.goto(f"{server.address}/app/job-infos/new")
    page.get_by_label("Name").fill("Half a na")
    page.get_by_label("Description").fill("We look for somebody who knows Python.")
    expect(page.get_by_label("Skill or requirement")).to_have_value("Python")

    lines[0].close()
    until = time.monotonic() + 20
    while len(lines) < 2 and time.monotonic() < until:
        page.wait_for_timeout(100)  # Playwright's own loop must run
    page.wait_for_timeout(1_500)

    assert len(lines) == 2
    expect(page.get_by_label("Name")).to_have_value("Half a na")
    expect(page.get_by_label("Skill or requirement")).to_have_value("Python")
    page.on("dialog", lambda dialog: dialog.accept())
    page.reload()
    expect(page.get_by_label("Name")).to_have_value("")
    expect(page.get_by_label("Skill or requirement")).to_have_count(0)
