"""The form of a job info: new or changed."""

import hashlib
import json
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, suppress
from typing import Any
from uuid import UUID

import reflex as rx
from reflex.event import EventSpec, EventType

from darasa_reflex.components.forms.chips import ChipRow
from darasa_reflex.components.forms.leave_guard import forget_draft
from darasa_reflex.core.errors import InvalidInput
from darasa_reflex.core.words.sentences import ngettext
from darasa_reflex.features.accounts.identity import Actor
from darasa_reflex.features.job_infos.advert.facts import Facts
from darasa_reflex.features.job_infos.models import JobInfo
from darasa_reflex.features.job_infos.service import JobInfoDraft
from darasa_reflex.states.events import addresses
from darasa_reflex.states.events.screen import MOST_OPENINGS, Screen, another_opening, showing
from darasa_reflex.states.events.who import actor_of, id_in_address
from darasa_reflex.states.jobs.chip_set import ChipSet, chips_of
from darasa_reflex.states.jobs.suggestions import Suggestions
from darasa_reflex.wiring import services

# Under this many words, questions become general. Source: facts/ux.md, "Job form".
_SHORT_WORDS = 80
_EMPTY = JobInfoDraft(name="", title="", experience_level="", description="")
_WORD_LENGTH = 16
# Of one form; nobody adds or removes as many by hand.
_MOST_LISTED = 200


class JobInfoFormState(Screen, rx.State):
    """What the form starts with and what is wrong in it; what is typed stays in the browser.

    Attributes:
        opened: Names this opening of the form; its fields are made anew with another. 0: none here.
        asked_for: Another word asks the page what stands in it: this server opened no such form.
        kept_under: Under which word the browser keeps what is typed: another one for each person.
        restored: Whether it shows what the browser had kept.
        refused: What the person removed: no reading of the description brings it back.
        wrongs: The sentence beside each field that is wrong.
        size: How long the description is, in words.
        short: Whether it is so short that questions become general.
        fills: What was read from the description, by the fields it is offered in.
        found: Which fields those are, as a sentence; empty when there are none.
        foreign: Whether the description is in a language that is not read.
        way_back: Address that leaves the form without a change.
    """

    opened: rx.Field[int] = rx.field(0)
    asked_for: rx.Field[str] = rx.field("")
    kept_under: rx.Field[str] = rx.field("")
    restored: rx.Field[bool] = rx.field(False)
    name: rx.Field[str] = rx.field("")
    title: rx.Field[str] = rx.field("")
    experience_level: rx.Field[str] = rx.field("")
    description: rx.Field[str] = rx.field("")
    chips: rx.Field[list[ChipRow]] = rx.field(default_factory=list)
    refused: rx.Field[list[str]] = rx.field(default_factory=list)
    wrongs: rx.Field[dict[str, str]] = rx.field(default_factory=dict)
    size: rx.Field[str] = rx.field("")
    short: rx.Field[bool] = rx.field(False)
    fills: rx.Field[dict[str, str]] = rx.field(default_factory=dict)
    found: rx.Field[str] = rx.field("")
    foreign: rx.Field[bool] = rx.field(False)
    way_back: rx.Field[str] = rx.field("/app")
    _chip_set: ChipSet = ChipSet()
    _suggestions: Suggestions = Suggestions()

    @rx.event
    async def begin(self) -> None:
        """Open an empty form."""
        stands, unknown = self.was_cut_off, self.is_unknown_here
        async with showing(self):
            actor = await actor_of(self)
            if not stands:
                _open(self, actor, None, ChipSet(), anew=not unknown)

    @rx.event
    async def load(self) -> None:
        """Open the form of the job info in the address."""
        stands, unknown = self.was_cut_off, self.is_unknown_here
        async with showing(self):
            actor = await actor_of(self)
            kept = await services().job_infos.get(actor, id_in_address(self, "job_info_id"))
            read = await services().job_infos.suggest(actor, kept.description)
            if not stands:
                _open(self, actor, kept, chips_of(kept.skills, read), anew=not unknown)

    @rx.event
    async def restore(self, kept: dict[str, Any]) -> EventType[()] | None:
        """Take up what was typed before the page, or its server, began anew; it is not saved yet.

        The browser has filled its fields by itself; the form on the page stays the same one. With
        the name of its opening it stood while the server began anew; with none, there was none.
        """
        actor, stood = await actor_of(self), _opened_in(kept)
        if stood == 0:
            is_edit = str(self.router.route_id).endswith("/edit")
            return JobInfoFormState.load if is_edit else JobInfoFormState.begin
        # Fields first: what is refused among the rest must not keep them away.
        _fill(self, _draft(kept, ChipSet()))
        # A form that stood may have been pressed since.
        known = ChipSet() if stood is None else _chips(self)
        _show(self, known.refuse(_texts_in(kept, "refused")[:_MOST_LISTED]))
        if stood is None:
            self.restored = True
        else:
            self.opened = stood
        async with _refusals(self):
            for text in _texts_in(kept, "skills"):
                if not known.refuses(text):
                    _show(self, _chips(self).add(text))
            read = await services().job_infos.suggest(actor, self.description)
            _show(self, _chips(self).read(read))
        return None

    @rx.event
    async def read(self, description: str) -> None:
        """Read what the description says, as far as it is typed, and offer it in the fields."""
        actor = await actor_of(self)
        async with _refusals(self):
            read = await services().job_infos.suggest(actor, description)
            facts = await services().job_infos.facts(actor, description)
            _measure(self, str(description))
            _show(self, _chips(self).read(read))
            _offer(self, facts)

    @rx.event
    async def enter_field(self, name: str) -> None:
        """Leave a field to the person who is in it."""
        await actor_of(self)
        self._suggestions = self._suggestions.taken(str(name))

    @rx.event
    async def leave_field(self, name: str, text: str) -> None:
        """Note what the person left in a field: an empty one may be filled again."""
        await actor_of(self)
        self._suggestions = self._suggestions.left(str(name), str(text))
        self.found = self._suggestions.sentence

    @rx.event
    async def add_chip(self, form: dict[str, Any]) -> None:
        """Add the chip that was typed and entered."""
        await actor_of(self)
        async with _refusals(self):
            _show(self, _chips(self).add(_text_in(form, "new_skill")))

    @rx.event
    async def keep_typed_chip(self, text: str) -> EventSpec | None:
        """Add the chip that was typed when its field is left, and empty the field."""
        await actor_of(self)
        if not str(text).strip():
            return None
        async with _refusals(self):
            _show(self, _chips(self).add(str(text)))
            return rx.set_value("new_skill", "")
        return None

    @rx.event
    async def rename_chip(self, key: str, text: str) -> None:
        """Change a chip."""
        await actor_of(self)
        async with _refusals(self):
            _show(self, _chips(self).rename(str(key), str(text)))

    @rx.event
    async def remove_chip(self, key: str, text: str) -> None:
        """Remove a chip; one that another server has named, as soon as the page tells of it."""
        await actor_of(self)
        _show(self, _chips(self).remove(str(key), str(text)))

    @rx.event
    async def save(self, form: dict[str, Any]) -> EventType[()]:
        """Keep a new job info, or say beside its fields what is wrong."""
        actor = await actor_of(self)
        async with _refusals(self):
            await _settle(self, actor, form)
            kept = await services().job_infos.create(actor, _draft(form, _chips(self)))
            return _leave(self, actor, kept.id)
        return _focus_on(next(iter(self.wrongs)))

    @rx.event
    async def save_changes(self, form: dict[str, Any]) -> EventType[()]:
        """Keep the changed job info of the address, or say beside its fields what is wrong."""
        actor, job_info_id = await actor_of(self), id_in_address(self, "job_info_id")
        async with _refusals(self):
            await _settle(self, actor, form)
            draft = _draft(form, _chips(self))
            await services().job_infos.edit(actor, job_info_id, draft)
            return _leave(self, actor, job_info_id)
        return _focus_on(next(iter(self.wrongs)))


@asynccontextmanager
async def _refusals(form: JobInfoFormState) -> AsyncGenerator[None]:
    """Turn refused fields into the sentences beside them."""
    form.wrongs = {}
    try:
        yield
    except InvalidInput as refusal:
        form.wrongs = refusal.wrongs


async def _settle(form: JobInfoFormState, actor: Actor, sent: object) -> None:
    """Make the chips those that the page shows, with what its description says.

    What this server remembers adds to them what the page was not told yet, such as a chip entered
    just now; but only of this very form. A server that began anew remembers nothing, or another.

    Raises:
        InvalidInput: A chip is too long, or there are too many.
    """
    known = _chips(form) if _text_in(sent, "opened") == str(form.opened) else ChipSet()
    chips = known.shown(_listed(sent, "skills"), _listed(sent, "refused"))
    read = await services().job_infos.suggest(actor, _text_in(sent, "description"))
    _show(form, chips.read(read))


def _open(
    form: JobInfoFormState,
    actor: Actor,
    job_info: JobInfo | None,
    chips: ChipSet,
    *,
    anew: bool,
) -> None:
    form.way_back = addresses.job_info_page(job_info.id) if job_info else "/app"
    form.wrongs = {}
    form.kept_under = _word_for(actor)
    _fill(form, _draft_of(job_info) if job_info else _EMPTY)
    if not anew:
        form.asked_for = form.router.session.session_id
        return
    form.restored, form.opened = False, another_opening()
    _show(form, chips)


def _fill(form: JobInfoFormState, draft: JobInfoDraft) -> None:
    form.name, form.title = draft.name, draft.title
    form.experience_level, form.description = draft.experience_level, draft.description
    form.fills, form.found, form.foreign = {}, "", False
    form._suggestions = Suggestions.beside(
        name=draft.name, title=draft.title, experience_level=draft.experience_level
    )
    _measure(form, form.description)


def _offer(form: JobInfoFormState, facts: Facts) -> None:
    """Offer what was read in fields that nobody has touched; saving them is the person's.

    The browser puts it there: it alone knows who has begun to write since the text was sent.
    """
    form._suggestions = form._suggestions.read(facts)
    form.fills = form._suggestions.shown
    form.found, form.foreign = form._suggestions.sentence, not facts.english


def _measure(form: JobInfoFormState, description: str) -> None:
    words = len(description.split())
    form.size = ngettext("{count} word", "{count} words", words)
    form.short = 0 < words < _SHORT_WORDS


def _chips(form: JobInfoFormState) -> ChipSet:
    """Return them past the proxy that watches for changes: they never change."""
    chips: ChipSet = form.get_value("_chip_set")
    return chips


def _show(form: JobInfoFormState, chips: ChipSet) -> None:
    form._chip_set, form.chips, form.refused = chips, chips.rows, sorted(chips.refused)


def _draft_of(job_info: JobInfo) -> JobInfoDraft:
    return JobInfoDraft(
        name=job_info.name,
        title=job_info.title or "",
        experience_level=job_info.experience_level,
        description=job_info.description,
    )


def _draft(form: object, chips: ChipSet) -> JobInfoDraft:
    return JobInfoDraft(
        name=_text_in(form, "name"),
        title=_text_in(form, "title"),
        experience_level=_text_in(form, "experience_level"),
        description=_text_in(form, "description"),
        skills=chips.texts,
    )


def _text_in(form: object, name: str) -> str:
    value = form.get(name) if isinstance(form, dict) else None
    return value if isinstance(value, str) else ""


def _texts_in(form: object, name: str) -> list[str]:
    value = form.get(name) if isinstance(form, dict) else None
    return [text for text in value if isinstance(text, str)] if isinstance(value, list) else []


def _opened_in(kept: object) -> int | None:
    """Return the name of an opening that the page has from another server; None: it tells none."""
    told = kept.get("opened") if isinstance(kept, dict) else None
    return told if isinstance(told, int) and 0 <= told <= MOST_OPENINGS else None


def _listed(sent: object, name: str) -> list[str]:
    """Return a list that came with a form, as JSON."""
    with suppress(ValueError, RecursionError):
        return _texts_in({name: json.loads(_text_in(sent, name))}, name)[:_MOST_LISTED]
    return []


def _leave(form: JobInfoFormState, actor: Actor, job_info_id: UUID) -> list[EventSpec]:
    """Lead on to what was saved. The browser's draft is forgotten, whatever the page shows.

    Who pressed Save while the server began anew is here before the page was loaded again.
    """
    forgotten = forget_draft(_word_for(actor), str(form.router.url.path))
    return [forgotten, rx.redirect(addresses.job_info_page(job_info_id))]


def _word_for(actor: Actor) -> str:
    """Return a word that the next person in this tab does not have."""
    return hashlib.sha256(str(actor.user_id).encode()).hexdigest()[:_WORD_LENGTH]


def _focus_on(field: str) -> EventSpec:
    return rx.set_focus("new_skill" if field == "skills" else field)
