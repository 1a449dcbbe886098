"""What a person does with job infos."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, cast
from uuid import UUID

import anyio.to_thread
from sqlmodel import Session

from darasa_reflex.core.database.db import Database, storable
from darasa_reflex.core.errors import InvalidInput
from darasa_reflex.core.words.marks import marked
from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.features.accounts.identity import Actor
from darasa_reflex.features.job_infos import repository, skills
from darasa_reflex.features.job_infos.advert.facts import Facts, facts_of
from darasa_reflex.features.job_infos.models import ExperienceLevel, JobInfo

NAME_LENGTH = 100
TITLE_LENGTH = 100
DESCRIPTION_LENGTH = 20_000
SKILLS_KEPT = 40
SKILL_LENGTH = 120
LIST_LIMIT = 200
# Characters of a search; SQLite refuses patterns of more than 50,000 bytes.
_SEARCHED = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class JobInfoDraft:
    """What a person typed into the form. Checked by `checked`, trusted by nobody before.

    Attributes:
        skills: Chips as the person left them. None: read them from the description.
    """

    name: str
    title: str
    experience_level: str
    description: str
    skills: Sequence[str] | None = None


@dataclass(frozen=True, slots=True)
class JobInfos:
    """The jobs a person practises for.

    Attributes:
        saved: Told the owner and the id of each job that was saved; None: nobody is.
    """

    db: Database
    saved: Callable[[UUID, UUID], object] | None = None

    async def create(self, actor: Actor, draft: JobInfoDraft) -> JobInfo:
        """Keep a new job info.

        Raises:
            InvalidInput: A field is wrong.
        """
        good = await anyio.to_thread.run_sync(checked, draft)  # reads up to 20 000 characters

        def work(session: Session) -> JobInfo:
            job_info = JobInfo(user_id=actor.user_id, **good)
            session.add(job_info)
            return job_info

        return self._told(await self.db.run(work))

    async def edit(self, actor: Actor, job_info_id: UUID, draft: JobInfoDraft) -> JobInfo:
        """Change a job info.

        Raises:
            InvalidInput: A field is wrong.
            NotFound: It is not the person's own.
        """
        good = await anyio.to_thread.run_sync(checked, draft)  # reads up to 20 000 characters

        def work(session: Session) -> JobInfo:
            job_info = repository.get_owned(session, actor.user_id, job_info_id)
            job_info.sqlmodel_update(good)
            session.add(job_info)
            return job_info

        return self._told(await self.db.run(work))

    def _told(self, job_info: JobInfo) -> JobInfo:
        if self.saved:
            self.saved(job_info.user_id, job_info.id)
        return job_info

    async def delete(self, actor: Actor, job_info_id: UUID) -> None:
        """Delete a job info with its interviews, turns and feedback.

        Raises:
            NotFound: It is not the person's own.
        """

        def work(session: Session) -> None:
            session.delete(repository.get_owned(session, actor.user_id, job_info_id))

        await self.db.erase(work)

    async def get(self, actor: Actor, job_info_id: UUID) -> JobInfo:
        """Return a job info.

        Raises:
            NotFound: It is not the person's own.
        """
        return await self.db.read(
            lambda session: repository.get_owned(session, actor.user_id, job_info_id)
        )

    async def search(self, actor: Actor, words: str = "") -> list[JobInfo]:
        """Return the person's newest job infos, at most `LIST_LIMIT`, that contain some words.

        They are looked for in names, titles and descriptions.
        """
        return (await self.found(actor, words))[0]

    async def found(self, actor: Actor, words: str = "") -> tuple[list[JobInfo], int]:
        """Return what `search` returns, and how many there are in all."""
        wanted = storable(words).strip()[:_SEARCHED]

        def work(session: Session) -> tuple[list[JobInfo], int]:
            kept = repository.list_owned(session, actor.user_id, wanted, LIST_LIMIT)
            if len(kept) < LIST_LIMIT:
                return kept, len(kept)
            return kept, repository.count_owned(session, actor.user_id, wanted)

        return await self.db.read(work)

    async def suggest(self, actor: Actor, description: object) -> list[str]:
        """Return the skills and requirements a description names, most important first.

        Nothing is kept. Reading happens in a thread; no text yet names none.

        Raises:
            InvalidInput: It is too long.
        """
        del actor
        text = _text("description", description, DESCRIPTION_LENGTH, required=False)
        return await anyio.to_thread.run_sync(skills.read, text) if text else []

    async def facts(self, actor: Actor, description: object) -> Facts:
        """Return the title, company and level a description names, to be confirmed by the person.

        Nothing is kept. Reading happens in a thread.

        Raises:
            InvalidInput: It is too long.
        """
        del actor
        text = _text("description", description, DESCRIPTION_LENGTH, required=False)
        return await anyio.to_thread.run_sync(facts_of, text) if text else Facts()


def checked(draft: JobInfoDraft) -> dict[str, Any]:
    """Return the draft as columns of a `JobInfo`.

    Raises:
        InvalidInput: Fields are empty, too long, or no text at all; it names all of them.
    """
    # In the order of the form: the first wrong field gets the focus.
    wanted: dict[str, Callable[[], Any]] = {
        "description": lambda: _text(
            "description", draft.description, DESCRIPTION_LENGTH, required=True
        ),
        "title": lambda: _text("title", draft.title, TITLE_LENGTH, required=False) or None,
        "name": lambda: _text("name", draft.name, NAME_LENGTH, required=True),
        "experience_level": lambda: _level(draft.experience_level),
    }
    good, wrong = _each(wanted)
    if wrong:
        raise InvalidInput(wrong[0].field, wrong[0].message, also=wrong[1:])
    return good | {"skills": _skills(draft.skills, good["description"])}


def _each(wanted: dict[str, Callable[[], Any]]) -> tuple[dict[str, Any], list[InvalidInput]]:
    """Return what is good by its field, and what is wrong."""
    good: dict[str, Any] = {}
    wrong: list[InvalidInput] = []
    for field, take in wanted.items():
        try:
            good[field] = take()
        except InvalidInput as refusal:
            wrong.append(refusal)
    return good, wrong


_MISSING = {
    "name": marked("Please fill in the company."),
    "description": marked("Please fill in the description."),
}
_TOO_LONG = {
    "name": marked("The company may have {most} characters; this has {many}."),
    "title": marked("The job title may have {most} characters; this has {many}."),
    "description": marked("The description may have {most} characters; this has {many}."),
    "skills": marked("The skills may have {most} characters; this has {many}."),
}


def _text(field: str, value: object, longest: int, *, required: bool) -> str:
    text = storable(value).strip() if isinstance(value, str) else ""
    if required and not text:
        raise InvalidInput(field, _MISSING[field])
    if len(text) > longest:
        raise InvalidInput(field, _(_TOO_LONG[field], most=longest, many=len(text)))
    return text


def _level(value: object) -> str:
    try:
        return ExperienceLevel(str(value)).value
    except ValueError:
        raise InvalidInput("experience_level", _("Please choose an experience level.")) from None


def _skills(chips: object, description: str) -> list[str]:
    if chips is None:
        return skills.read(description)
    if not isinstance(chips, (list, tuple)):
        raise InvalidInput("skills", _("Please check the skills."))
    listed = cast("Sequence[object]", chips)
    texts = [_text("skills", chip, SKILL_LENGTH, required=False) for chip in listed]
    return list(dict.fromkeys(text for text in texts if text))[:SKILLS_KEPT]
