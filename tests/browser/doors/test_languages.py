"""Whoever reads German meets German alone, and changes to English and back."""

import pytest
from playwright.sync_api import expect

from darasa_reflex.core.words.catalogue import forms, read, singular, translated
from tests.browser.steps import DESCRIPTION

pytestmark = pytest.mark.browser

# As those who read a language call it, wherever it may be chosen.
NAMES = {"English", "Deutsch"}
WHOLE = [one for one in translated(read("de")) if "{" not in singular(one)]
ENGLISH, GERMAN = {singular(one) for one in WHOLE}, {forms(one)[0] for one in WHOLE}
# Whole lines that only the other language has.
OTHERS = {"de": ENGLISH - GERMAN - NAMES, "en": GERMAN - ENGLISH - NAMES}


def reads(page, language: str, heading: str):
    """Look whether a page is in one language alone."""
    expect(page.get_by_role("heading", name=heading, level=1)).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", language)
    lines = {line.strip() for line in page.locator("body").inner_text().splitlines()}
    assert lines & OTHERS[language] == set()


def test_a_german_page_is_german_and_english_is_one_press_away(open_browser, server):
    page = open_browser().new_context(locale="de-AT").new_page()
    page.goto(server.address)
    reads(page, "de", "Üben Sie Ihr Vorstellungsgespräch laut")

    page.goto(f"{server.address}/app/job-infos/new")
    page.get_by_role("button", name="Speichern").click()
    expect(page.get_by_text("Bitte geben Sie die Beschreibung ein.")).to_be_visible()
    expect(page.get_by_text("Bitte wählen Sie die Erfahrung.")).to_be_visible()
    reads(page, "de", "Stelle hinzufügen")
    page.get_by_label("Beschreibung").fill(DESCRIPTION)
    page.get_by_label("Firma").fill("Kornblume")
    page.get_by_label("Erfahrung").select_option("senior")
    page.get_by_role("button", name="Speichern").click()
    reads(page, "de", "Kornblume")
    page.goto(f"{server.address}/app")
    expect(page.get_by_text("Noch kein Gespräch").first).to_be_visible()
    reads(page, "de", "Stellen")

    page.goto(f"{server.address}/app/settings")
    reads(page, "de", "Einstellungen")
    languages = page.get_by_role("group", name="Sprache")
    pressed = languages.get_by_role("button", name="Deutsch")
    expect(pressed).to_have_attribute("aria-pressed", "true")
    languages.get_by_role("button", name="English").press("Enter")
    reads(page, "en", "Settings")
    page.goto(f"{server.address}/app/job-infos/new")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Please fill in the description.")).to_be_visible()
    reads(page, "en", "Add a job")

    page.goto(f"{server.address}/app/settings")
    page.get_by_role("group", name="Language").get_by_role("button", name="Deutsch").click()
    reads(page, "de", "Einstellungen")
    page.goto(server.address)
    page.get_by_role("group", name="Sprache").get_by_role("button", name="English").click()
    reads(page, "en", "Practise the interview aloud")
