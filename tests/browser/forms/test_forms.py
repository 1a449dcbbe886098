"""What is typed stays, whatever happens to the line."""

import re
import sqlite3
import time
from contextlib import closing

import pytest
from playwright.sync_api import expect

from tests.browser.look.looking import Look
from tests.browser.steps import at_a_job

pytestmark = pytest.mark.browser


BACK = "What you had typed before is here again"
# Nobody says when the page has kept what it shows.
KEPT = """() => Object.values(sessionStorage).some(
    (kept) => kept.includes('"Rust"') && !kept.includes('"Python"')
)"""


def type_half_a_form(page, server):
    page.goto(f"{server.address}/app/job-infos/new")
    page.get_by_label("Company").fill("Half a na")
    page.get_by_label("Experience level").select_option("senior")
    page.get_by_label("Description").fill("We look for somebody who knows Python.")
    expect(page.get_by_label("Skill or requirement")).to_have_value("Python")


def begin_anew(server, page):
    """Kill a server and start it again; wait until it knows what the page shows."""
    frames = []

    def note(frame):  # Playwright takes no method of a list
        frames.append(frame)

    page.on("websocket", lambda line: line.on("framereceived", note))
    server.kill()
    server.start()
    until = time.monotonic() + 60
    while not any("chips_rx_state_" in str(one) and "opened_rx" in str(one) for one in frames):
        assert time.monotonic() < until
        page.wait_for_timeout(50)


def assert_half_a_form(page):
    expect(page.get_by_label("Company")).to_have_value("Half a na")
    expect(page.get_by_label("Experience level")).to_have_value("senior")
    expect(page.get_by_label("Description")).to_have_value("We look for somebody who knows Python.")


def test_a_line_that_breaks_leaves_a_half_typed_form_alone(page, server):
    lines = []

    def pass_on(line):
        lines.append(line)
        line.connect_to_server()

    page.route_web_socket(re.compile("/_event/"), pass_on)
    type_half_a_form(page, server)

    lines[0].close()
    until = time.monotonic() + 60
    while len(lines) < 2 and time.monotonic() < until:
        page.wait_for_timeout(100)  # Playwright's own loop must run
    page.wait_for_timeout(1_500)

    assert len(lines) > 1
    assert_half_a_form(page)
    expect(page.get_by_label("Skill or requirement")).to_have_value("Python")


POSTING = "Senior Data Engineer\nLarkspur Health is looking for you. You have five years of SQL."


def test_an_offer_that_comes_late_overwrites_nothing(page, server):
    held = []

    def pass_on(line):
        def say(message):
            if "Senior Data Engineer" in str(message) or held:
                held.append((line, message))
            else:
                line.send(message)

        line.connect_to_server().on_message(say)

    page.route_web_socket(re.compile("/_event/"), pass_on)
    page.goto(f"{server.address}/app/job-infos/new")
    title = page.get_by_label("Job title")
    expect(title).to_be_visible()
    page.get_by_label("Description").fill(POSTING)
    until = time.monotonic() + 60
    while not held and time.monotonic() < until:
        page.wait_for_timeout(100)
    title.fill("Data person")
    page.get_by_label("Experience level").focus()

    offers = list(held)
    held.clear()
    for line, message in offers:
        line.send(message)

    expect(page.get_by_label("Company")).to_have_value("Larkspur Health")
    expect(title).to_have_value("Data person")


def test_a_reload_and_a_new_server_give_back_what_was_typed(serve, page):
    server = serve()
    page.on("dialog", lambda dialog: dialog.accept())
    type_half_a_form(page, server)
    page.get_by_label("Add a skill").fill("Rust")
    page.get_by_role("button", name="Add").click()
    chips = page.get_by_label("Skill or requirement")
    expect(chips).to_have_count(2)
    page.get_by_role("button", name="Remove Python").click()
    expect(chips).to_have_count(1)
    page.wait_for_function(KEPT)

    page.reload()
    expect(page.get_by_text(BACK)).to_be_visible()
    assert_half_a_form(page)
    expect(chips).to_have_count(1)
    look = Look(page)
    look.at("form-restored")
    faults = look.faults()

    # Whoever types meanwhile is not interrupted.
    page.get_by_label("Job title").press_sequentially("Backend ")
    begin_anew(server, page)
    page.keyboard.type("Engineer")
    expect(page.get_by_text(BACK)).to_be_visible()
    assert_half_a_form(page)
    expect(page.get_by_label("Job title")).to_have_value("Backend Engineer")
    expect(chips).to_have_value("Rust")

    # Pressed while there is no server: the next one knows nothing of the form but what is sent.
    # What is sent before the browser has noticed goes with the server: Reflex asks for no receipt.
    server.kill()
    expect(page.get_by_text("No connection to the server.")).to_be_visible()
    page.get_by_role("button", name="Save").click()
    server.start()
    expect(page.get_by_role("heading", name="Half a na")).to_be_visible()
    expect(page.locator(".chip")).to_have_text(["Rust"])
    page.goto(f"{server.address}/app/job-infos/new")
    expect(page.get_by_label("Company")).to_have_value("")
    expect(page.get_by_text(BACK)).to_have_count(0)
    assert faults == []


def test_a_press_counts_that_a_new_server_falls_into(serve, page):
    server = serve()
    type_half_a_form(page, server)

    page.get_by_role("button", name="Save").hover()
    page.mouse.down()
    begin_anew(server, page)
    page.mouse.up()

    expect(page.get_by_role("heading", name="Half a na")).to_be_visible()
    expect(page.locator(".chip")).to_have_text(["Python"])


def test_a_form_stays_while_a_new_server_cannot_read_it_and_is_saved_once_it_can(serve, page):
    server = serve()
    at_a_job(page, server)
    page.goto(f"{page.url}/edit")
    page.get_by_label("Company").fill("Acme at home")
    server.kill()
    page.context.set_offline(True)
    server.start()
    with closing(sqlite3.connect(server.database)) as database:
        database.execute("alter table job_info rename to away")
        page.context.set_offline(False)
        expect(page.get_by_text("Something went wrong on our side.")).to_be_visible()
        expect(page.get_by_label("Company")).to_have_value("Acme at home")
        database.execute("alter table away rename to job_info")

    page.get_by_role("button", name="Save").click()

    expect(page.get_by_role("heading", name="Acme at home")).to_be_visible()


def test_who_leaves_a_form_behind_does_not_find_it_again(page, server):
    page.on("dialog", lambda dialog: dialog.accept())
    type_half_a_form(page, server)

    page.get_by_role("link", name="Cancel").click()
    expect(page.get_by_role("heading", name="Jobs", level=1)).to_be_visible()
    page.goto(f"{server.address}/app/job-infos/new")

    expect(page.get_by_label("Company")).to_have_value("")
    expect(page.get_by_text(BACK)).to_have_count(0)
