"""Questions of a person's own: brought as a list and as a file, and used in an interview."""

import pytest
from playwright.sync_api import expect

from tests.browser.look.looking import Look

pytestmark = pytest.mark.browser

CSV = "Question;Follow-up\r\nWas ist für Sie Qualität?;Und warum?\r\n".encode("cp1252")


def test_a_person_brings_questions_and_is_asked_them(page, server):
    page.goto(f"{server.address}/app/settings")
    page.get_by_role("link", name="Bring your own questions").click()
    page.get_by_label("Paste a list").fill("1. Why do you want to bake?\n2. What is a good loaf?")
    page.get_by_role("button", name="Add").click()
    expect(page.get_by_text("2 questions added.")).to_be_visible()
    expect(page.get_by_label("Paste a list")).to_have_value("")

    page.get_by_label("Or choose a CSV or text file").set_input_files(
        [{"name": "bank.csv", "mimeType": "text/csv", "buffer": CSV}]
    )
    expect(page.get_by_text("Was ist für Sie Qualität?", exact=True)).to_be_visible()
    expect(page.get_by_text("Then: Und warum?", exact=True)).to_be_visible()
    page.get_by_label("Paste a list").fill("question,level\nWhy?,boss")
    page.get_by_role("button", name="Add").click()
    expect(page.get_by_text("Line 2: the level must be")).to_be_visible()
    page.get_by_role("radio", name="Only mine").check()
    expect(page.get_by_text("Saved")).to_be_visible()
    page.get_by_role("button", name="Remove: What is a good loaf?").click()
    expect(page.get_by_text("What is a good loaf?", exact=True)).to_have_count(0)
    look = Look(page)
    look.at("own-questions")
    assert look.faults() == []

    page.reload()
    expect(page.get_by_text("Why do you want to bake?", exact=True)).to_be_visible()
    expect(page.get_by_role("radio", name="Only mine")).to_be_checked()


def test_a_pasted_posting_fills_the_form_and_leaves_what_was_typed(page, server):
    page.goto(f"{server.address}/app/job-infos/new")
    page.get_by_label("Company").fill("My bakery")
    page.get_by_label("Description").fill(
        "Senior Baker\nCompany: Crumb Ltd\nRequirements\n- sourdough baking\n- HACCP"
    )

    expect(page.get_by_label("Job title")).to_have_value("Senior Baker")
    expect(page.get_by_label("Experience level")).to_have_value("senior")
    expect(page.get_by_label("Company")).to_have_value("My bakery")
    expect(page.get_by_text("Read from the text: job title and level.")).to_be_visible()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", name="My bakery")).to_be_visible()
    expect(page.get_by_text("Sourdough baking", exact=True)).to_be_visible()
