"""The form of a job info: what was typed comes back whole, and is forgotten once it is saved."""

import json

import pytest
from sqlmodel import select

from darasa_reflex.features.job_infos.models import JobInfo
from darasa_reflex.features.job_infos.service import DESCRIPTION_LENGTH, SKILL_LENGTH
from darasa_reflex.states.events.tabs.returned_tabs import RETURNED
from darasa_reflex.states.jobs.job_info_form import JobInfoFormState
from tests.states.conftest import a_person, cookie_of, seen_from

NEW = "/app/job-infos/new"
KEPT = {
    "name": "Half a na",
    "title": "Baker",
    "experience_level": "senior",
    "description": "We look for somebody who knows Python.",
    "skills": ["Rust", "Python"],
}


async def opened(path=NEW):
    page = seen_from(JobInfoFormState, route=path, path=path)
    await do(page, "begin")
    return page


async def do(page, name, *given):
    return await JobInfoFormState.event_handlers[name].fn(page, *given)


def fields(page):
    return (page.name, page.title, page.experience_level, page.description)


async def test_a_draft_comes_back_with_its_chips(house):
    page = await opened()

    await do(page, "restore", KEPT)

    assert fields(page) == ("Half a na", "Baker", "senior", KEPT["description"])
    assert [chip.text for chip in page.chips] == ["Rust", "Python"]
    assert page.restored


@pytest.fixture
def came_back():
    """A form in a tab that came back, as a server sees it that began anew."""
    page = seen_from(JobInfoFormState, route=NEW, path=NEW, line="a line")
    RETURNED.note("a line", NEW)
    yield page
    RETURNED.forget("a line")


async def test_a_form_that_stands_is_taken_over_and_not_opened_anew(house, came_back):
    await do(came_back, "begin")
    before = (came_back.opened, came_back.asked_for)

    await do(came_back, "restore", KEPT | {"opened": 4711, "skills": ["Rust"]})

    assert before == (0, "a line")
    assert came_back.opened == 4711
    assert fields(came_back) == ("Half a na", "Baker", "senior", KEPT["description"])
    assert [chip.text for chip in came_back.chips] == ["Rust", "Python"]
    assert not came_back.restored


async def test_what_is_pressed_before_a_form_is_taken_over_counts(house, came_back):
    await do(came_back, "begin")
    await do(came_back, "add_chip", {"new_skill": "Go"})
    await do(came_back, "remove_chip", "of another server", "Rust")

    await do(came_back, "restore", KEPT | {"opened": 4711})

    assert [chip.text for chip in came_back.chips] == ["Go", "Python"]


async def test_a_form_that_never_stood_is_opened(house, came_back):
    await do(came_back, "begin")

    then = await do(came_back, "restore", {"opened": 0})
    await then.fn(came_back)

    assert then.fn is JobInfoFormState.begin.fn
    assert came_back.opened > 0


async def test_no_two_forms_name_their_chips_alike(house):
    first, second = await opened(), await opened()
    for page in (first, second):
        await do(page, "add_chip", {"new_skill": "Rust"})

    assert first.chips[0].key != second.chips[0].key


async def test_what_was_removed_does_not_come_back_with_a_draft(house):
    page = await opened()
    await do(page, "read", KEPT["description"])
    read = [chip.text for chip in page.chips]
    await do(page, "remove_chip", page.chips[0].key, page.chips[0].text)
    again = await opened()

    await do(again, "restore", KEPT | {"skills": [], "refused": page.refused})
    await do(again, "read", "We look for somebody who knows Python and PostgreSQL.")

    assert read == ["Python"]
    assert [chip.text for chip in again.chips] == ["PostgreSQL"]


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"skills": ["x" * (SKILL_LENGTH + 1)]}, "skills"),
        ({"description": "x" * (DESCRIPTION_LENGTH + 1)}, "description"),
    ],
    ids=["a chip", "the description"],
)
async def test_a_draft_that_is_too_long_comes_back_with_a_word_about_it(house, wrong, field):
    page = await opened()

    await do(page, "restore", KEPT | wrong)

    assert fields(page)[:3] == ("Half a na", "Baker", "senior")
    assert page.description == (KEPT | wrong)["description"]
    assert list(page.wrongs) == [field]


@pytest.mark.parametrize("forged", [{}, {"name": 7, "skills": "Rust"}, {"skills": [None, ["x"]]}])
async def test_a_forged_draft_is_an_empty_form(house, forged):
    page = await opened()

    await do(page, "restore", forged)

    assert fields(page) == ("", "", "", "")
    assert page.chips == []


SENT = {name: text for name, text in KEPT.items() if name != "skills"}


def listed(**lists):
    """Return a form as the page sends it, with what it shows of chips."""
    return SENT | {name: json.dumps(texts) for name, texts in lists.items()}


async def saved(house, page, form, name="save"):
    await do(page, name, form)
    [kept] = kept_in(house)
    return kept.skills


def kept_in(house):
    own = select(JobInfo).where(JobInfo.name == KEPT["name"])
    return house.db.run_here(lambda s: s.exec(own).all())


async def test_a_server_that_began_anew_saves_the_chips_that_the_page_shows(house):
    path = "/app/job-infos/new"
    early = seen_from(JobInfoFormState, route=path, path=path)
    form = listed(skills=["Rust", "", "Rust"], read=["Python"], refused=["SQL"])
    form["description"] += " And SQL."

    assert await saved(house, early, form | {"opened": "3"}) == ["Rust", "Python"]


async def test_a_server_that_remembers_another_form_mixes_none_of_it_in(house):
    page = await opened()
    await do(page, "add_chip", {"new_skill": "Baking"})
    form = listed(skills=["Rust"]) | {"opened": str(page.opened + 1)}

    assert await saved(house, page, form) == ["Rust", "Python"]


async def test_what_the_page_was_not_told_yet_is_saved_as_the_server_has_it(house):
    page = await opened()
    for text in ("Rust", "Go"):
        await do(page, "add_chip", {"new_skill": text})
    shown = listed(skills=["Rust", "Go"]) | {"opened": str(page.opened)}
    await do(page, "rename_chip", page.chips[0].key, "Zig")
    await do(page, "remove_chip", page.chips[1].key, page.chips[1].text)
    await do(page, "add_chip", {"new_skill": "C"})

    assert await saved(house, page, shown) == ["Zig", "C", "Python"]


async def test_a_chip_that_was_removed_and_added_again_is_saved(house):
    early = seen_from(JobInfoFormState, route="/app", path="/app/job-infos/new")
    form = listed(skills=["Python"], refused=["python"])

    assert await saved(house, early, form) == ["Python"]


FORGED_LISTS = ("[", "7", '{"a": 1}', "[[7]]", "[" * 100_000, '["x' * 9, [7])


@pytest.mark.parametrize("forged", FORGED_LISTS, ids=range(len(FORGED_LISTS)))
async def test_a_forged_list_of_chips_is_none(house, forged):
    page = await opened()

    assert await saved(house, page, SENT | {"skills": forged, "refused": forged}) == ["Python"]


async def test_a_chip_that_is_too_long_is_not_saved_and_told(house):
    page = await opened()

    await do(page, "save", listed(skills=["x" * (SKILL_LENGTH + 1)]))

    assert list(page.wrongs) == ["skills"]
    assert kept_in(house) == []


@pytest.mark.parametrize("path", ["/app/job-infos/new", "/app/job-infos/new/"])
async def test_saving_forgets_the_draft_also_before_the_page_was_loaded(house, path):
    page = await opened()
    word = page.kept_under
    early = seen_from(JobInfoFormState, route=path, path=path)

    forgets, leads_on = await do(early, "save", KEPT)

    assert f'"draft {word} /app/job-infos/new"' in str(forgets.args)
    assert "/app/job-infos/" in str(leads_on.args)


async def test_nobody_finds_the_draft_of_another_person(accounts_house):
    words = set()
    for name in ("Ada", "Eve"):
        cookie = cookie_of(accounts_house, a_person(accounts_house, name))
        path = "/app/job-infos/new"
        page = seen_from(JobInfoFormState, route=path, path=path, **cookie)
        await do(page, "begin")
        words.add(page.kept_under)

    assert len(words) == 2


POSTING = (
    "Senior Data Engineer\nCompany: Larkspur Health\n\nRequirements:\n- Python and SQL\n- dbt\n"
    "We offer a pension."
)


async def read(page, text):
    await do(page, "read", text)
    return page.fills


async def test_title_company_and_level_are_offered_from_the_description(house):
    page = await opened()

    told = await read(page, POSTING)

    assert set(told.values()) == {"Senior Data Engineer", "Larkspur Health", "senior"}
    assert "job title, company and level" in page.found
    assert not page.foreign


async def test_a_field_the_person_wrote_in_is_left_alone(house):
    page = await opened()
    await do(page, "enter_field", "title")
    await do(page, "leave_field", "title", "Data person")

    told = await read(page, POSTING)

    assert "title" not in told
    assert "job title" not in page.found
    assert told["name"] == "Larkspur Health"


async def test_a_field_left_empty_is_filled_by_the_next_reading(house):
    page = await opened()
    await do(page, "enter_field", "title")
    await do(page, "leave_field", "title", "")

    assert (await read(page, POSTING))["title"] == "Senior Data Engineer"


async def test_what_the_person_corrects_is_no_longer_told_as_read(house):
    page = await opened()
    await read(page, POSTING)

    await do(page, "enter_field", "title")
    await do(page, "leave_field", "title", "Data person")

    assert "job title" not in page.found
    assert "company" in page.found


async def test_a_job_that_was_kept_keeps_its_fields(house):
    page = await opened()
    await do(page, "restore", KEPT)

    assert await read(page, POSTING) == {}


async def test_a_text_in_another_language_is_said_not_to_be_read(house):
    page = await opened()

    await do(page, "read", "Wir suchen eine Pflegefachkraft. Ihr Profil: Erfahrung mit Python.")

    assert page.foreign
    assert page.found == ""
    assert [chip.text for chip in page.chips] == ["Python"]
