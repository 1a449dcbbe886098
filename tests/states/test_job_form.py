"""The form of a job info: what was typed comes back whole, and is forgotten once it is saved."""

import pytest

from darasa_reflex.features.job_infos.service import DESCRIPTION_LENGTH, SKILL_LENGTH
from darasa_reflex.states.jobs.job_info_form import JobInfoFormState
from tests.states.conftest import a_person, cookie_of, seen_from

KEPT = {
    "name": "Half a na",
    "title": "Baker",
    "experience_level": "senior",
    "description": "We look for somebody who knows Python.",
    "skills": ["Rust", "Python"],
}


async def opened(path="/app/job-infos/new"):
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


async def test_what_was_removed_does_not_come_back_with_a_draft(house):
    page = await opened()
    await do(page, "read", KEPT["description"])
    read = [chip.text for chip in page.chips]
    await do(page, "remove_chip", page.chips[0].key)
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
    events = await do(page, "read", text)
    return "\n".join(str(event.args) for event in events)


async def test_title_company_and_level_are_offered_from_the_description(house):
    page = await opened()

    told = await read(page, POSTING)

    assert all(word in told for word in ("Senior Data Engineer", "Larkspur Health", "senior"))
    assert "job title, company and level" in page.found
    assert not page.foreign


async def test_a_field_the_person_wrote_in_is_left_alone(house):
    page = await opened()
    await do(page, "enter_field", "title")
    await do(page, "leave_field", "title", "Data person")

    told = await read(page, POSTING)

    assert "Senior Data Engineer" not in told
    assert "job title" not in page.found
    assert "Larkspur Health" in told


async def test_a_field_left_empty_is_filled_by_the_next_reading(house):
    page = await opened()
    await do(page, "enter_field", "title")
    await do(page, "leave_field", "title", "")

    assert "Senior Data Engineer" in await read(page, POSTING)


async def test_a_job_that_was_kept_keeps_its_fields(house):
    page = await opened()
    await do(page, "restore", KEPT)

    assert "Data Engineer" not in await read(page, POSTING)


async def test_a_text_in_another_language_is_said_not_to_be_read(house):
    page = await opened()

    await do(page, "read", "Wir suchen eine Pflegefachkraft. Ihr Profil: Erfahrung mit Python.")

    assert page.foreign
    assert page.found == ""
    assert [chip.text for chip in page.chips] == ["Python"]
