"""What states and use cases say is looked up to the last word, whatever it says."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from darasa_reflex.core.errors import DarasaError, InvalidInput
from darasa_reflex.features.accounts import bucket
from darasa_reflex.features.accounts.identity import Actor
from darasa_reflex.features.accounts.local.credentials import email_of, name_of
from darasa_reflex.features.accounts.local.passwords import acceptable
from darasa_reflex.features.accounts.plans import no_interview_left
from darasa_reflex.features.job_infos.models import JobInfo
from darasa_reflex.features.job_infos.service import SKILLS_KEPT, JobInfoDraft, checked
from darasa_reflex.features.language_models.service import Use
from darasa_reflex.features.personal_data.holdings import KINDS
from darasa_reflex.features.personal_data.receipt import NotRemoved, Receipt
from darasa_reflex.features.speech_models import sentences
from darasa_reflex.features.speech_models.fetching import Why
from darasa_reflex.states.jobs.chip_set import Chip, ChipSet
from darasa_reflex.states.jobs.rows import facts_of, job_card, what_goes
from darasa_reflex.states.jobs.suggestions import Suggestions
from darasa_reflex.states.settings.language_model import _serves
from darasa_reflex.states.settings.receipt import ReceiptState, show_receipt
from tests.fixtures.pseudo_language import outside_brackets, pseudo_language
from tests.states.conftest import seen_from

NOW = datetime(2026, 11, 29, tzinfo=UTC)
LONG = "x" * 30_000
JOB = JobInfo(user_id=uuid4(), name="", title=None, experience_level="senior", description="")


def refusals(work, *given):
    """What a use case says when it refuses."""
    with pytest.raises(InvalidInput) as told:
        work(*given)
    return list(told.value.wrongs.values())


def of_jobs():
    for held in (0, 1, 3, 200):
        card = job_card(JOB, held, NOW)
        yield from (card.held, card.next, what_goes(held))
    yield from facts_of(JOB)
    read = {"title": "a", "name": "b", "experience_level": "senior"}
    for many in range(1, 4):
        yield Suggestions(shown=dict(list(read.items())[:many])).sentence
    yield from refusals(
        checked, JobInfoDraft(name="", title=LONG, experience_level="", description="")
    )
    long = JobInfoDraft(
        name=LONG, title="", experience_level="senior", description=LONG, skills=[LONG]
    )
    yield from refusals(checked, long)
    yield from refusals(ChipSet().add, LONG)
    many = ChipSet(tuple(Chip(number, str(number), False) for number in range(SKILLS_KEPT)))
    yield from refusals(many.add, "one more")


def of_accounts():
    for features in (None, frozenset[str]()):
        actor = Actor(uuid4(), "Ada", features)
        for many in range(4):
            for frees_at in (None, NOW):
                yield no_interview_left(actor, many, frees_at).message
    yield from map(bucket._told, (timedelta(minutes=1), timedelta(minutes=9), timedelta(hours=9)))
    yield from refusals(email_of, "x") + refusals(name_of, "")
    yield from refusals(acceptable, "password", "x") + refusals(
        acceptable, "password", "password123"
    )


def of_models():
    yield from (
        sentences.megabytes(4),
        sentences.span(9),
        sentences.span(99),
        sentences.span(9_999),
    )
    for speed in (None, 1.0):
        for left in (None, 9.0):
            yield sentences.progress(1, 2, speed, left)
    for told in (
        *(sentences.not_fetched(why, "") for why in sentences._FAILURES),
        *(sentences.not_packed(why) for why in sentences._NOT_PACKED),
        sentences.no_room(1, None, Path("1")),
        sentences.no_room(1, 2, Path("1")),
        sentences.damaged(""),
        sentences.WHO_CAN,
    ):
        yield DarasaError(told).message
    for uses in ((), (Use.FEEDBACK,), (Use.WORDING,), tuple(Use)):
        yield _serves(frozenset(uses))


def of_receipts():
    page = seen_from(ReceiptState)
    removed = {kind.key: many for many, kind in enumerate(KINDS)}
    show_receipt(page, Receipt(NOW, removed, ("1.",), (NotRemoved("2.", ("3", "4")),)))
    yield from page.here
    yield from (row.names for row in page.left)
    yield page.text.replace(page.deleted_at, "")


@pytest.mark.parametrize("said", [of_jobs, of_accounts, of_models, of_receipts])
def test_nothing_is_said_that_no_catalogue_was_asked_for(said, monkeypatch):
    with pseudo_language(monkeypatch):
        told = list(said())

    assert len(told) > 8
    assert {text for text in told if any(map(str.isalpha, outside_brackets(text)))} == set()
    assert set(Why) == set(sentences._FAILURES)
