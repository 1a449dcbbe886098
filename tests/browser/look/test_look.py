"""Every page in every state that matters, light and dark, on a phone and on a desk."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from darasa_reflex.features.feedback.runs.models import FeedbackStatus
from darasa_reflex.features.interviews.engines.lineup.lineup import Lineup, Played
from tests.browser.look.furnished import LONG_NAME, House
from tests.browser.look.looking import Look
from tests.browser.look.six_interviews import furnish
from tests.browser.steps import ANSWERS, start, type_answer
from tests.features.feedback import transcripts as said
from tests.fixtures.server import Server
from tests.machine.browsers import chromium

pytestmark = pytest.mark.browser

LIMIT = 60  # interviews of one person; far more than all tests here but the last hold


@pytest.fixture(scope="module")
def own_server(tmp_path_factory) -> Iterator[Server]:
    started = Server(
        tmp_path_factory.mktemp("looked-at"), {"DARASA_INTERVIEW_LIMIT": str(LIMIT)}
    ).start()
    yield started
    started.stop()


@pytest.fixture(scope="module")
def look(playwright, own_server) -> Iterator[Look]:
    browser = playwright.chromium.launch(
        executable_path=chromium.find(),
        args=[*chromium.flags(), "--host-resolver-rules=MAP darasa.example 127.0.0.1"],
    )
    looking = Look(browser.new_context(permissions=["microphone"]).new_page())
    told = looking.console
    looking.page.on("console", lambda m: told.append(m.text) if m.type == "error" else None)
    looking.page.on("pageerror", lambda error: told.append(str(error)))
    yield looking
    browser.close()


@pytest.fixture(scope="module")
def house(look, own_server) -> Iterator[House]:
    """The first visit makes the local person, and is looked at on the way."""
    go(look, own_server, "/app")
    expect(look.page.get_by_text("Welcome.")).to_be_visible()
    look.at("dashboard-first")
    opened = House(f"sqlite:///{own_server.database}")
    yield opened
    opened.close()


def go(look: Look, server: Server, path: str) -> None:
    look.page.goto(f"{server.address}{path}")
    expect(look.page.locator("h1")).to_have_count(1)
    expect(look.page.locator("main .skeletons")).to_have_count(0)


def test_the_landing_page(look, own_server):
    go(look, own_server, "/")
    expect(look.page.get_by_role("link", name="Start practising")).to_be_visible()

    look.at("landing")

    assert look.faults() == []


def test_an_address_that_leads_nowhere(look, own_server):
    go(look, own_server, "/nowhere")
    look.page.wait_for_timeout(1000)
    look.console.clear()  # the browser itself tells of the 404

    look.at("not-found-address")

    assert look.faults() == []


def test_a_job_that_is_not_there(look, own_server):
    go(look, own_server, "/app/job-infos/00000000-0000-4000-8000-000000000000")
    expect(look.page.get_by_text("We could not find that.")).to_be_visible()

    look.at("not-found")

    assert look.faults() == []


def test_a_visitor_from_elsewhere(look, own_server):
    elsewhere = Look(look.page.context.new_page())
    elsewhere.page.goto(f"http://darasa.example:{own_server.port}/app")
    elsewhere.page.wait_for_timeout(3000)

    elsewhere.at("refused")
    elsewhere.page.close()

    assert elsewhere.faults() == []


def test_forms(look, house, own_server):
    page = look.page
    go(look, own_server, "/app/job-infos/new")
    look.at("form-new")
    page.get_by_label("Company").fill("Acme")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("alert").filter(has_text="Please")).to_have_count(2)
    look.at("form-wrong")

    job = house.job(LONG_NAME, long=True)
    go(look, own_server, f"/app/job-infos/{job}/edit")
    expect(page.get_by_label("Company")).to_have_value(LONG_NAME)
    look.at("form-edit")

    assert look.faults() == []


def test_dashboards(look, house, own_server):
    house.job("Nurse")
    go(look, own_server, "/app")
    look.at("dashboard-few")

    for number in range(9):
        job = house.job(f"Backend {number}")
    house.interview(job, said.BACKEND_STRONG, ended=False)
    go(look, own_server, "/app")
    expect(look.page.get_by_role("link", name="Resume")).to_be_visible()
    look.at("dashboard-many")

    assert look.faults() == []


def test_a_job_and_its_interviews(look, house, own_server):
    job = house.job(LONG_NAME, long=True)
    go(look, own_server, f"/app/job-infos/{job}")
    look.at("job-new")
    go(look, own_server, f"/app/job-infos/{job}/interviews")
    look.at("interviews-none")
    go(look, own_server, f"/app/job-infos/{job}/interviews/new")
    look.at("setup")

    for number, status in enumerate(FeedbackStatus):
        house.feedback(house.interview(job, said.BACKEND_STRONG, days=number), status)
    house.interview(job, said.BACKEND_STRONG, ended=False, days=9)
    house.interview(job, ended=False, days=12)
    go(look, own_server, f"/app/job-infos/{job}")
    look.at("job")
    go(look, own_server, f"/app/job-infos/{job}/interviews")
    look.at("interviews")
    go(look, own_server, f"/app/job-infos/{job}")
    look.page.get_by_role("button", name="Delete").click()
    expect(look.page.get_by_role("alertdialog")).to_be_visible()
    # By rules of Radix Themes, of which the pages bring only what they use.
    expect(look.page.locator(".rt-BaseDialogOverlay")).to_have_css("position", "fixed")
    look.at("job-delete")

    assert look.faults() == []


REPORTS = {
    "none": (said.BACKEND_STRONG, True, None),
    "nothing-said": (None, True, None),
    "running": (said.BACKEND_STRONG, False, FeedbackStatus.RUNNING),
    "failed": (said.BACKEND_STRONG, False, FeedbackStatus.FAILED),
    "long": (
        said.BACKEND_STRONG * 3 + said.repeated(said.NURSE_STRONG),
        True,
        FeedbackStatus.READY,
    ),
}


@pytest.mark.parametrize("name", REPORTS)
def test_reports(look, house, own_server, name):
    pairs, typed, status = REPORTS[name]
    job = house.job("Backend at Acme")
    interview = house.interview(job, pairs, typed=typed)
    if status:
        house.feedback(interview, status)
    go(look, own_server, f"/app/job-infos/{job}/interviews/{interview}")

    look.at(f"report-{name}")

    assert look.faults() == []


# Three screens of a desk, and about as much to scroll on a phone as one reads at a stop.
MOST_HIGH = {1280: 2400, 390: 4000}


def test_six_interviews_each_with_a_report_that_looks_meant_and_is_short(look, house, own_server):
    heights = {}
    for name, path in furnish(house).items():
        go(look, own_server, path)
        expect(look.page.get_by_role("heading", name="Your answers")).to_be_visible()
        for width in MOST_HIGH:
            look.page.set_viewport_size({"width": width, "height": 800})
            heights[name, width] = look.page.evaluate("document.documentElement.scrollHeight")
        if name != "by-a-model":  # the next story looks at one
            look.at(f"report-{name}")
        marks = look.page.locator("mark").all_text_contents()
        assert len(marks) == len(set(marks))

    assert {at: high for at, high in heights.items() if high > MOST_HIGH[at[1]]} == {}
    assert look.faults() == []


def test_a_report_by_a_model_with_an_earlier_one(look, house, own_server):
    page = look.page
    job = house.job("Backend at Acme")
    interview = house.interview(job, said.BACKEND_STRONG)
    house.feedback(interview, FeedbackStatus.READY)
    house.feedback(interview, FeedbackStatus.READY, by_a_model=True, number=2)
    go(look, own_server, f"/app/job-infos/{job}/interviews/{interview}")
    expect(page.locator(".scale")).to_contain_text(re.compile(r"Unsure\s*3 to 8"))
    expect(page.get_by_role("heading", name="How your voice came across")).to_be_visible()
    page.get_by_text("How this was made").click()
    expect(page.get_by_text("unsupported claims removed")).to_be_visible()
    look.at("report-by-a-model")

    page.get_by_role("button", name="Show feedback 1").click()

    expect(page.get_by_text("Words were counted by rules")).to_be_visible()
    expect(page.get_by_role("heading", name="How your voice came across")).to_have_count(0)
    assert look.faults() == []


PLAYED = (
    Lineup(
        ("Built-in interviewer.", "Not Hume EVI: HUME_API_KEY is not set."),
        (
            "Rough transcription: about one word in three may be wrong.",
            "Not Whisper: Its model is not fetched yet.",
        ),
        ("espeak-ng voice.", "Not Piper: Its voice is not fetched yet."),
    ),
    Lineup(
        ("Built-in interviewer.", "Not Hume EVI: HUME_API_KEY is not set."),
        ("Whisper transcription (base.en); it leaves out um and uh.",),
        ("Piper voice.",),
    ),
)


def test_a_report_tells_what_heard_and_spoke(look, house, own_server):
    job = house.job("Backend at Acme")
    played = [Played(0, PLAYED[0]), Played(133_000, PLAYED[1])]
    heard = {"typed": False, "rough": False, "recorded": True}
    interview = house.interview(job, said.BACKEND_STRONG, played=played, **heard)
    house.feedback(interview, FeedbackStatus.READY)
    old = house.interview(job, said.BACKEND_STRONG)
    go(look, own_server, f"/app/job-infos/{job}/interviews/{old}")
    expect(look.page.get_by_role("button", name="Get feedback")).to_be_visible()
    expect(look.page.get_by_text("Heard by")).to_have_count(0)

    go(look, own_server, f"/app/job-infos/{job}/interviews/{interview}")

    look.page.get_by_text("How this was made").click()
    heading = look.page.get_by_role("heading", name="How the interview was held")
    held = look.page.locator("section").filter(has=heading)
    expect(held).to_contain_text("From 00:00: Rough transcription")
    expect(held).to_contain_text("From 02:13: Whisper transcription (base.en)")
    expect(held).to_contain_text("Not Hume EVI: HUME_API_KEY is not set.")
    look.page.get_by_text("Your recordings", exact=True).click()
    look.page.locator("details.answer > summary").first.click()
    expect(look.page.get_by_role("button", name="Play your answer").first).to_be_visible()
    look.at("report-lineup")
    assert look.faults() == []


def test_practice(look, house, own_server):
    page = look.page
    job = house.job(LONG_NAME, long=True)
    go(look, own_server, f"/app/job-infos/{job}/progress")
    expect(page.get_by_text("Nothing to compare yet")).to_be_visible()
    look.at("progress-none")
    evenings = (said.BACKEND_WEAK, said.BACKEND_WEAK, said.BACKEND_STRONG, said.BACKEND_STRONG)
    for days, pairs in enumerate(evenings):
        interview = house.interview(job, pairs, days=9 - days)
        house.feedback(interview, FeedbackStatus.READY)
    weak = house.interview(job, said.BACKEND_WEAK)
    house.feedback(weak, FeedbackStatus.READY)
    go(look, own_server, f"/app/job-infos/{job}/progress")
    expect(page.locator(".trend").first).to_be_visible()
    look.at("progress")
    go(look, own_server, f"/app/job-infos/{job}")
    expect(page.get_by_role("link", name="Your progress")).to_be_visible()
    look.at("job-so-far")

    go(look, own_server, f"/app/job-infos/{job}/interviews/{weak}")
    page.locator(".exercises").get_by_role("link", name="Answer again").first.click()
    expect(page.get_by_text("Your first answer")).to_be_visible()
    page.get_by_text("Show a hint").click()
    look.at("again")
    page.get_by_role("textbox").fill(said.BACKEND_STRONG[1][1])
    page.get_by_role("button", name="Done", exact=True).click()
    expect(page.get_by_role("heading", name="What changed")).to_be_visible()
    look.at("again-compared")

    assert look.faults() == []


def test_the_room(look, house, own_server):
    page = look.page
    job = house.job("Backend at Acme")
    idle = house.interview(job, ended=False)
    go(look, own_server, f"/app/job-infos/{job}/interviews/{idle}/room")
    look.at("room-idle")
    long = house.interview(job, said.BACKEND_STRONG * 5, ended=False, recorded=True)
    go(look, own_server, f"/app/job-infos/{job}/interviews/{long}/room")
    look.at("room-interrupted")
    page.get_by_role("button", name="Resume").click()
    expect(page.get_by_role("button", name="End interview")).to_be_visible()
    page.get_by_role("button", name="your answers are being recorded").click()
    expect(page.get_by_role("button", name="Stop recording")).to_be_visible()
    look.at("room-live-long")
    ended = house.interview(job, said.BACKEND_STRONG)
    go(look, own_server, f"/app/job-infos/{job}/interviews/{ended}/room")
    look.at("room-ended")

    assert look.faults() == []


def test_the_room_live(look, house, own_server):
    page = look.page
    job = house.job("Backend at Acme")
    go(look, own_server, f"/app/job-infos/{job}")
    start(page)
    expect(page.locator(".captions p").first).to_be_visible()
    # Nobody hears here, so it begins in writing.
    page.get_by_role("button", name="Speak", exact=True).click()
    page.get_by_role("button", name="Mute").click()
    look.at("room-muted")
    page.get_by_role("button", name="Unmute").click()
    type_answer(page, ANSWERS[0])
    look.at("room-typing")
    for name in ("Your notes", "About this interview", "Show everything said so far"):
        page.set_viewport_size({"width": 1280, "height": 844})
        page.get_by_role("button", name=name, exact=True).click()
        look.at(f"room-{name.split()[0].lower()}")
        page.keyboard.press("Escape")
    page.get_by_role("button", name="Speak", exact=True).click()
    look.at("room-live")
    page.get_by_role("button", name="A moment").click()
    look.at("room-held")
    page.get_by_role("button", name="End interview").click()
    expect(page.get_by_role("alertdialog")).to_be_visible()
    look.at("room-end")
    page.get_by_role("button", name="Go on").click()

    assert look.faults() == []


def test_every_jump_has_a_way_back_and_the_report_can_be_taken_along(look, house, own_server):
    page = look.page
    job = house.job("Backend at Acme")
    interview = house.interview(job, said.BACKEND_STRONG)
    house.feedback(interview, FeedbackStatus.READY)
    go(look, own_server, f"/app/job-infos/{job}/interviews/{interview}")
    opened = page.locator(".answer[open]")
    page.get_by_role("link", name="Question 2").click()
    expect(opened.locator("#answer-2")).to_be_in_viewport()
    page.get_by_role("link", name="Question 3").click()
    expect(opened).to_have_count(1)

    opened.get_by_role("link", name="In the transcript").click()
    turn = page.locator(":target")
    expect(turn).to_be_in_viewport()
    look.at("report-jumps")
    page.locator(".bubble", has=turn).get_by_role("link", name="Answer 3").click()
    expect(page.locator("#answer-3")).to_be_in_viewport()
    opened.get_by_role("link", name="Back to the top").click()

    expect(page.locator(".headline")).to_be_in_viewport()
    page.goto("about:blank")
    page.goto(f"{own_server.address}/app/job-infos/{job}/interviews/{interview}#answer-4")
    expect(opened.locator("#answer-4")).to_be_in_viewport()
    page.get_by_role("button", name="Export").click()
    with page.context.expect_event("download") as download:
        page.get_by_role("button", name="Markdown").click()
    assert "# Feedback: Backend at Acme" in download.value.path().read_text()
    assert look.faults() == []


def test_leaving_a_changed_form_asks_and_saving_does_not(look, own_server):
    page = look.page
    go(look, own_server, "/app/job-infos/new")
    page.wait_for_load_state("networkidle")  # a draft of before is given back
    page.get_by_label("Company").fill("Left")
    page.once("dialog", lambda dialog: dialog.dismiss())
    with page.expect_event("dialog"):
        page.get_by_role("link", name="Cancel").click()
    expect(page.get_by_label("Company")).to_have_value("Left")

    page.get_by_label("Experience level").select_option("senior")
    page.get_by_label("Description").fill(said.BACKEND.description)
    # Read by the server, which has opened the form by then: a press meets no field made anew.
    expect(page.get_by_role("button", name="Remove Python")).to_be_visible()
    asked = []

    def note(dialog):
        asked.append(dialog.message)
        dialog.accept()

    page.on("dialog", note)
    page.get_by_role("button", name="Save").click()

    expect(page.get_by_role("heading", name="Left")).to_be_visible()
    page.remove_listener("dialog", note)
    assert asked == []


def test_a_refused_start_is_told_beside_the_button(look, house, own_server):
    job = house.job("Refused")
    go(look, own_server, f"/app/job-infos/{job}/interviews/new")
    for _ in range(LIMIT):
        house.interview(job, said.BACKEND_STRONG[:1])

    look.page.get_by_role("button", name="Start interview").click()

    expect(look.page.locator("form [role=alert]")).to_contain_text("interviews")
    look.at("setup-refused")
    assert look.faults() == []
