"""A person who answers in German: chosen before the interview, typed where nothing hears it."""

import pytest
from playwright.sync_api import expect

from tests.browser.look.looking import Look
from tests.browser.steps import captions, make_job, start, type_answer

pytestmark = pytest.mark.browser

UNHEARD = "Nothing here can hear German yet."
ANSWER = "Guten Tag, mir geht es gut. Ich habe einen Kaffee getrunken und bin bereit."


@pytest.fixture
def server(serve, tmp_path):
    """A server on which no model was fetched."""
    return serve({"DARASA_MODELS_FOLDER": str(tmp_path / "models")})


def test_german_is_chosen_typed_and_offered_the_next_time(server, page):
    make_job(page, server)
    job = page.url
    page.goto(f"{job}/interviews/new")
    page.get_by_text("Change", exact=True).click()
    page.get_by_text("More checks").click()
    menu = page.get_by_label("You answer in")
    at_first = menu.input_value()
    menu.select_option("Deutsch")
    expect(page.get_by_text(UNHEARD)).to_be_visible()
    expect(page.get_by_text("The interviewer asks in English; you may answer in")).to_be_visible()
    expect(page.get_by_text("Ich arbeite seit zwei Jahren in dieser Firma.")).to_be_visible()
    menu.select_option("English")
    expect(page.get_by_text(UNHEARD)).to_have_count(0)
    menu.select_option("Deutsch")
    expect(page.get_by_text(UNHEARD)).to_be_visible()
    expect(page.get_by_role("button", name="Get 148 MB (Whisper base, many lang")).to_be_visible()
    look = Look(page)
    look.at("language-chosen")
    faults = look.faults()

    start(page)
    # What comes before the question would cut it off, and would stand before it.
    expect(page.locator(".bubble").last).to_contain_text("?", timeout=30_000)
    type_answer(page, ANSWER)
    expect(page.locator(".bubble")).to_have_count(3)
    said = " ".join(captions(page))
    spoken_in = [body.get_attribute("lang") for body in page.locator(".bubble-body").all()]
    page.goto(f"{job}/interviews/new")
    expect(page.get_by_text(UNHEARD)).to_be_visible()

    assert faults == []
    assert at_first == "en"
    assert "I ask in English. I cannot hear German here" in said
    assert ANSWER in said
    assert spoken_in == ["en", "de", "en"]
    assert "stay with the interview" not in said
    expect(page.get_by_label("You answer in")).to_have_value("de")
