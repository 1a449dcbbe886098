"""Jobs: what may be kept, and whose they are."""

import pytest
from sqlmodel import select

from darasa_reflex.core.errors import InvalidInput, NotFound
from darasa_reflex.features.interviews.models import Interview
from darasa_reflex.features.job_infos.service import JobInfoDraft, JobInfos
from tests.conftest import a_job


@pytest.fixture
def job_infos(db) -> JobInfos:
    return JobInfos(db)


def draft(**changes) -> JobInfoDraft:
    fields = {
        "name": "Backend at Acme",
        "title": "",
        "experience_level": "senior",
        "description": "We look for an engineer who knows Python and PostgreSQL.",
        "skills": None,
    }
    return JobInfoDraft(**{**fields, **changes})


async def test_a_job_is_kept_and_found_by_its_name(job_infos, ada):
    kept = await job_infos.create(ada, draft(title="Engineer"))

    assert (await job_infos.get(ada, kept.id)).description.startswith("We look")
    assert [job.id for job in await job_infos.search(ada, "acme")] == [kept.id]
    assert [job.id for job in await job_infos.search(ada, "POSTGRESQL.")] == [kept.id]
    assert await job_infos.search(ada, "%") == []


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"name": "  "}, "name"),
        ({"name": "x" * 101}, "name"),
        ({"name": None}, "name"),
        ({"title": "x" * 101}, "title"),
        ({"experience_level": "wizard"}, "experience_level"),
        ({"experience_level": ["junior"]}, "experience_level"),
        ({"description": ""}, "description"),
        ({"description": "x" * 20_001}, "description"),
        ({"skills": "Python"}, "skills"),
    ],
)
async def test_a_wrong_field_is_named(job_infos, ada, changes, field):
    with pytest.raises(InvalidInput) as refused:
        await job_infos.create(ada, draft(**changes))

    assert refused.value.field == field
    assert await job_infos.search(ada) == []


async def test_all_wrong_fields_are_named_at_once_in_the_order_of_the_form(job_infos, ada):
    empty = draft(name="", experience_level="", description="", title="x" * 101)

    with pytest.raises(InvalidInput) as refused:
        await job_infos.create(ada, empty)

    assert list(refused.value.wrongs) == ["description", "title", "name", "experience_level"]
    assert refused.value.wrongs["name"] == "Please fill in the company."


async def test_the_limits_themselves_are_allowed(job_infos, ada):
    kept = await job_infos.create(ada, draft(name="n" * 100, description="d" * 20_000))

    assert (len(kept.name), len(kept.description)) == (100, 20_000)


async def test_chips_a_person_left_are_kept_as_they_are(job_infos, ada):
    kept = await job_infos.create(ada, draft(skills=["Python", "Python", " ", "Patience"]))

    assert kept.skills == ["Python", "Patience"]


async def test_deleting_a_job_takes_its_interviews_along(db, job_infos, ada):
    job = a_job(db, ada)
    db.run_here(lambda session: session.add(Interview(job_info_id=job.id)))

    await job_infos.delete(ada, job.id)

    assert db.run_here(lambda session: session.exec(select(Interview)).all()) == []


async def test_another_person_gets_nothing(db, job_infos, ada, eve):
    job = a_job(db, ada)

    for attempt in (
        job_infos.get(eve, job.id),
        job_infos.edit(eve, job.id, draft()),
        job_infos.delete(eve, job.id),
    ):
        with pytest.raises(NotFound):
            await attempt

    assert await job_infos.search(eve) == []
    assert (await job_infos.get(ada, job.id)).name == "Backend engineer"


@pytest.mark.parametrize("words", ["\x00", "\ud800", "x" * 200_000, "%" * 60_000])
async def test_a_forged_search_finds_without_failing(db, ada, job_info, words):
    found = await JobInfos(db).search(ada, words)

    assert len(found) <= 1


async def test_texts_are_kept_without_what_databases_refuse(db, ada):
    draft = JobInfoDraft(
        name="a\x00b\ud800", title="", experience_level="junior", description="c\ud800", skills=[]
    )

    kept = await JobInfos(db).create(ada, draft)

    assert (kept.name, kept.description) == ("ab", "c")
