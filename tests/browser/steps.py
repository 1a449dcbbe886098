"""What a person does on the pages, and what stands in the database afterwards."""

import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from uuid import UUID

from playwright.sync_api import Page, expect
from sqlmodel import Session, select

from darasa_reflex.core.database.db import Database
from darasa_reflex.features.accounts.models import User
from darasa_reflex.features.job_infos import skills
from darasa_reflex.features.job_infos.models import JobInfo
from tests.fixtures.server import Server

DESCRIPTION = (
    "We look for a senior backend engineer with five years of Python and PostgreSQL. "
    "You will own our payments platform, mentor two engineers and make releases safer."
)
# The first answer of an interview, which never counts.
WARM_UP = "Good morning, I am well. I had a coffee, and I am ready to begin."
ANSWERS = (
    "I have been a backend engineer for six years. At Acme I owned the payments service in Python, "
    "and two teams relied on it every day.",
    "Our nightly job lost writes, so I led the move to PostgreSQL. I decided for logical "
    "replication because we could not stop the shop. I checked every row count twice, and in the "
    "end errors fell by 80 percent. Next time I would start with the alarms.",
    "Two engineers disagreed about a release. I listened to both, wrote down the risks, and we "
    "chose a smaller first step. I measured the failures for a month: four instead of eleven.",
)


def make_job(page: Page, server: Server, name: str = "Backend at Acme") -> None:
    """Describe a job; afterwards its page is open."""
    page.goto(f"{server.address}/app/job-infos/new")
    page.get_by_label("Company").fill(name)
    page.get_by_label("Job title").fill("Backend Engineer")
    page.get_by_label("Experience level").select_option("senior")
    page.get_by_label("Description").fill(DESCRIPTION)
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", name=name)).to_be_visible()


def at_a_job(page: Page, server: Server, name: str = "Backend at Acme") -> None:
    """Open the page of a job that the local person has described before.

    For stories that begin there: walking through the form takes twice as much of a processor.
    """
    database = Database(f"sqlite:///{server.database}")
    try:
        job = database.run_here(lambda session: _described(session, name))
    finally:
        database.engine.dispose()
    page.goto(f"{server.address}/app/job-infos/{job}")
    expect(page.get_by_role("heading", name=name)).to_be_visible()


def _described(session: Session, name: str) -> UUID:
    person = session.exec(select(User)).first()
    if person is None:
        # As a first visit would; identity.local calls them so.
        person = User(subject="local", name="there")
        session.add(person)
        session.flush()
    job = JobInfo(
        user_id=person.id,
        name=name,
        title="Backend Engineer",
        experience_level="senior",
        description=DESCRIPTION,
        skills=skills.read(DESCRIPTION),  # as the form does
    )
    session.add(job)
    return job.id


def start(page: Page) -> str:
    """Start an interview from the job's page; return its id once the call is live."""
    page.get_by_role("button", name="Start interview").click()
    expect(page.get_by_role("button", name="End interview")).to_be_visible()
    return page.url.split("/")[-2]


def type_answer(page: Page, text: str) -> None:
    """Answer in writing, and wait until the answer stands in the transcript."""
    field = page.get_by_label("Your answer", exact=True)
    if not field.is_visible():
        page.get_by_role("button", name="Type", exact=True).click()
    field.fill(text)
    page.get_by_role("button", name="Send", exact=True).click()
    expect(page.locator(".bubble", has_text=text[:40])).to_be_attached()


def end(page: Page) -> None:
    """End an interview in which something was said, and go to its report without rating it."""
    page.get_by_role("button", name="End interview").click()
    page.get_by_role("button", name="End interview and get feedback").click()
    page.get_by_role("button", name="Skip, show the feedback").click()


def captions(page: Page) -> list[str]:
    """Return every turn that stands on the page, in the drawer of what was said so far."""
    return page.locator(".bubble-body p").all_text_contents()


def kept(server: Server, interview_id: str) -> list[str]:
    """Return every turn that stands in the database."""
    return [
        text
        for (text,) in rows(
            server, "select text from turn where interview_id = ? order by position", interview_id
        )
    ]


def interview(server: Server, interview_id: str, column: str):
    """Return one column of an interview's row."""
    return rows(server, f"select {column} from interview where id = ?", interview_id)[0][0]


def rows(server: Server, query: str, interview_id: str) -> list[tuple]:
    """Read from the server's database beside it."""
    with closing(sqlite3.connect(server.database, timeout=30)) as connection:
        return connection.execute(query, (interview_id.replace("-", ""),)).fetchall()


def eventually(condition: Callable[[], bool], seconds: float = 30) -> bool:
    """Tell whether something comes true in time."""
    until = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > until:
            return False
        time.sleep(0.05)
    return True
