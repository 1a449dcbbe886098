"""A language model is found, tested, chosen, rates an interview, and is removed again."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest
from playwright.sync_api import expect

from tests.browser.look.furnished import House
from tests.browser.look.looking import Look
from tests.features.feedback import transcripts as said
from tests.features.feedback.by_model.ratings import answering, judged, rated
from tests.features.language_models.test_choosing import RIGHT, is_live
from tests.vendors import openai_text
from tests.vendors.openai_text import OpenAiText, streamed, whole

pytestmark = pytest.mark.browser

JOIN = "I rewrote the loader to fetch them in one join"
MODEL = "qwen3.5:9b"


@pytest.fixture
def ollama() -> Iterator[OpenAiText]:
    """A stand-in for Ollama that can do all that is asked of it."""
    with openai_text.running() as server:
        server.tags = [{"name": MODEL, "details": {"parameter_size": "9.0B"}}]
        line = [{"part": "action", "text": "I rewrote the loader [why?]", "own_words": JOIN}]
        first = judged(JOIN, carried="You name the loader and the join.", stronger=line)
        judge = answering(
            openai_text, rated(7), answer=lambda number: first if number == 1 else judged()
        )

        def answer(asked):
            if is_live(asked):
                return streamed(["I am ready for the interview."] * 4)
            return whole(RIGHT) if "letter by letter as `quote`" in asked.system else judge(asked)

        server.script(answer)
        yield server


def test_a_model_is_found_tested_chosen_rates_and_is_removed(serve, page, ollama, tmp_path):
    server = serve(
        {"DARASA_MODEL_SERVERS": ollama.address, "DARASA_CONFIG_FOLDER": str(tmp_path / "config")}
    )
    page.goto(f"{server.address}/app/settings")
    card = page.locator("section", has=page.get_by_role("heading", name="Language model"))
    expect(card.get_by_text("None is in use.")).to_be_visible()
    expect(card.get_by_text(f"{MODEL}, Ollama")).to_be_visible()
    assert ollama.requests == []

    card.get_by_role("button", name=f"Test {MODEL}").click()
    expect(card.get_by_text("Quick enough to follow up live.")).to_be_visible(timeout=30_000)
    expect(card.get_by_text("It keeps the form that feedback needs.")).to_be_visible()
    assert list(tmp_path.glob("config/*")) == []
    card.get_by_role("button", name="Use this model").click()
    expect(card.get_by_text("on this computer and nowhere else").first).to_be_visible()
    expect(card.get_by_role("button", name="Remove model")).to_be_visible()
    looking = Look(page)
    looking.at("settings-model")
    assert looking.faults() == []

    interview = f"{server.address}{an_interview(server)}"
    page.goto(interview)
    page.get_by_role("button", name="Get feedback").click()
    answer = page.locator(".answer").first
    answer.locator("summary").click(timeout=60_000)
    expect(answer.get_by_text("You name the loader and the join.")).to_be_visible()
    expect(answer.locator(".stronger li")).to_contain_text("I rewrote the loader why?")

    page.goto(f"{server.address}/app/settings")
    card.get_by_role("button", name="Remove model").click()
    expect(card.get_by_text("None is in use.")).to_be_visible()
    asked = len(ollama.requests)
    page.goto(interview)
    page.get_by_text("How this was made").click()
    page.get_by_role("button", name="Get feedback again").click()
    runs = page.get_by_text("All feedback on this interview")
    expect(runs).to_have_count(1, timeout=60_000)
    assert len(ollama.requests) == asked
    with closing(sqlite3.connect(server.database)) as connection:
        judges = connection.execute("select judge, model from feedback order by run").fetchall()
    assert judges == [("model_here", "test-model"), ("local", None)]


def an_interview(server) -> str:
    """Insert an interview that was held; return the address of its page."""
    rows = House(f"sqlite:///{server.database}")
    try:
        job = rows.job("Backend")
        interview = rows.interview(job, said.BACKEND_STRONG)
    finally:
        rows.close()
    return f"/app/job-infos/{job}/interviews/{interview}"
