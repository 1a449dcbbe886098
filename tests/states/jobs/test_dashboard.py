"""The list of job infos: found by any of their words, deleted from it, never half unsaid."""

import pytest

from darasa_reflex.core.errors import NotFound
from darasa_reflex.features.accounts.models import User
from darasa_reflex.features.interviews.models import Interview
from darasa_reflex.features.job_infos import service
from darasa_reflex.features.job_infos.models import JobInfo
from darasa_reflex.states.jobs.dashboard import DashboardState
from tests.states.conftest import everything_kept, seen_from

TEXTS = {"Baker": "You sell bread.", "Backend": "You know Kubernetes.", "Nurse": "Nights, too."}


@pytest.fixture
def jobs(house):
    """Three jobs of one's own, with an interview of the first."""
    me = User(subject="local", name="there")
    own = {
        name: JobInfo(user_id=me.id, name=name, experience_level="junior", description=text)
        for name, text in TEXTS.items()
    }
    for row in (me, *own.values(), Interview(job_info_id=own["Baker"].id, chat_id="c")):
        house.db.run_here(lambda session, row=row: session.add(row))
    return {name: str(job.id) for name, job in own.items()}


async def handled(page, name, *given):
    return await DashboardState.event_handlers[name].fn(page, *given)


def shown(page):
    return {card.name for card in page.cards}


async def test_a_word_of_the_description_finds_the_job(jobs):
    page = seen_from(DashboardState)
    await handled(page, "load")
    assert (shown(page), page.part) == (set(TEXTS), "")

    await handled(page, "search", " kubernetes ")

    assert shown(page) == {"Backend"}


async def test_who_has_more_than_a_list_holds_is_told_so(jobs, monkeypatch):
    monkeypatch.setattr(service, "LIST_LIMIT", 2)
    page = seen_from(DashboardState)

    await handled(page, "load")
    part = page.part
    await handled(page, "search", "bread")

    assert part == "The newest 2 of 3 jobs are shown. Search for the others."
    assert (shown(page), page.part) == ({"Baker"}, "")


async def test_a_job_is_deleted_from_the_list_with_what_the_question_named(jobs, house):
    page = seen_from(DashboardState)
    await handled(page, "load")
    asked = {card.name: card.what_goes for card in page.cards}

    await handled(page, "search", "bread")
    await handled(page, "delete", jobs["Baker"])
    left = shown(page)
    await handled(page, "search", "")

    assert asked["Baker"] == "1 interview will be deleted with it: transcripts and feedback."
    assert asked["Nurse"] == "It has no interviews."
    assert (left, shown(page)) == (set(), {"Backend", "Nurse"})
    assert page.open_room == ""  # its interview is gone, too


async def test_after_the_last_one_the_page_begins_anew(jobs):
    page = seen_from(DashboardState)
    await handled(page, "load")

    for job_info_id in jobs.values():
        await handled(page, "delete", job_info_id)

    assert page.first_visit


async def test_what_is_somebody_elses_or_no_id_is_not_deleted(jobs, house):
    before, page = everything_kept(house.db), seen_from(DashboardState)

    for given in (str(house.job_id), "text"):
        with pytest.raises(NotFound):
            await handled(page, "delete", given)

    assert everything_kept(house.db) == before
