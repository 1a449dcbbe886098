"""The language model that the one local person chooses. Where several sign in, it is not there."""

from dataclasses import dataclass
from typing import Any

import reflex as rx

from darasa_reflex.core.errors import InvalidInput, NotFound
from darasa_reflex.core.words.marks import marked
from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.core.words.stored import said
from darasa_reflex.features.accounts.identity import Actor
from darasa_reflex.features.language_models.service import Tested, Use
from darasa_reflex.states.events.who import actor_of
from darasa_reflex.wiring import services

_SERVES = {
    frozenset[Use](): marked("Nothing yet: it is neither quick enough nor able to keep a form."),
    frozenset({Use.FEEDBACK}): marked("Serves feedback on interviews."),
    frozenset({Use.WORDING}): marked("Serves follow-ups of the built-in interviewer."),
    frozenset({Use.FEEDBACK, Use.WORDING}): marked(
        "Serves feedback on interviews and follow-ups of the built-in interviewer."
    ),
}


@dataclass(frozen=True, slots=True)
class OfferRow:
    """A model that a server on this computer offers."""

    address: str
    model: str
    told: str


class LanguageModelState(rx.State):
    """A cache of what is in use, found and tested. A key is never part of it.

    Attributes:
        offered: Whether a model may be chosen here.
        name: The model in use; empty without one.
        where: Where words go, as a sentence.
        serves: What it is used for, as a sentence.
        told: What its test found.
        chosen: Whether it was chosen here, so that it can be removed here.
        offers: What was found on this computer.
        looked: Whether it has been looked for.
        testing: Whether a test is under way.
        tested: The model that was tested; empty without one.
        tested_where: Where words would go.
        tested_serves: What it would be used for.
        tested_told: What the test found.
        fit: Whether it can be chosen.
        patient: Whether it can also be chosen to be waited for.
        wrong: Why a test was refused or failed; empty when it was not.
    """

    offered: rx.Field[bool] = rx.field(False)
    name: rx.Field[str] = rx.field("")
    where: rx.Field[str] = rx.field("")
    serves: rx.Field[str] = rx.field("")
    told: rx.Field[list[str]] = rx.field(default_factory=list)
    chosen: rx.Field[bool] = rx.field(False)
    offers: rx.Field[list[OfferRow]] = rx.field(default_factory=list)
    looked: rx.Field[bool] = rx.field(False)
    testing: rx.Field[bool] = rx.field(False)
    tested: rx.Field[str] = rx.field("")
    tested_where: rx.Field[str] = rx.field("")
    tested_serves: rx.Field[str] = rx.field("")
    tested_told: rx.Field[list[str]] = rx.field(default_factory=list)
    fit: rx.Field[bool] = rx.field(False)
    patient: rx.Field[bool] = rx.field(False)
    wrong: rx.Field[str] = rx.field("")
    # Names the last test; it holds nothing secret.
    _test: str = ""

    @rx.event(background=True)
    async def load(self) -> None:
        """Read what is in use, and look for servers on this computer; nothing is used of them."""
        async with self:
            actor = await actor_of(self)
            self.offered = services().models.offered
            self.looked = self.testing = False
            _forget_test(self)
            if self.offered:
                _show(self, actor)
        if not services().models.offered:
            return
        found = await services().models.found(actor)
        async with self:
            self.offers = [OfferRow(o.address, o.model, f"{o.model}, {o.server}") for o in found]
            self.looked = True

    @rx.event(background=True)
    async def test_found(self, address: str, model: str) -> None:
        """Try out a model that was found."""
        async with self:
            actor = await actor_of(self)
            _begin_test(self)
        try:
            tested = await services().models.test_found(actor, address, model)
        except InvalidInput as refusal:
            tested = refusal
        finally:
            async with self:
                self.testing = False
        async with self:
            _show_test(self, tested)

    @rx.event(background=True)
    async def test(self, form: dict[str, Any]) -> None:
        """Try out a model by the key or address that was pasted."""
        async with self:
            actor = await actor_of(self)
            _begin_test(self)
        given = form if isinstance(form, dict) else {}
        try:
            tested = await services().models.test(
                actor, given.get("address"), given.get("key"), given.get("model")
            )
        except InvalidInput as refusal:
            tested = refusal
        finally:
            async with self:
                self.testing = False
        async with self:
            _show_test(self, tested)

    @rx.event
    async def use(self) -> None:
        """Use the model that was tested, from now on."""
        await _use(self, await actor_of(self), patiently=False)

    @rx.event
    async def use_patiently(self) -> None:
        """The same, and wait longer for what it says in interviews."""
        await _use(self, await actor_of(self), patiently=True)

    @rx.event
    async def remove(self) -> None:
        """Forget the chosen model and its key."""
        actor = await actor_of(self)
        await services().models.remove(actor)
        _forget_test(self)
        _show(self, actor)


async def _use(page: LanguageModelState, actor: Actor, *, patiently: bool) -> None:
    try:
        await services().models.choose(actor, page._test, patiently=patiently)
    except InvalidInput as refusal:
        page.wrong = refusal.message
        return
    _forget_test(page)
    _show(page, actor)


def _show(page: LanguageModelState, actor: Actor) -> None:
    standing = services().models.standing(actor)
    page.name = standing.names.model or standing.names.title if standing.names else ""
    page.where, page.chosen, page.told = (
        standing.where,
        standing.chosen,
        list(map(said, standing.told)),
    )
    page.serves = _serves(standing.uses) if standing.names else ""


def _begin_test(page: LanguageModelState) -> None:
    if not services().models.offered:
        raise NotFound
    _forget_test(page)
    page.testing = True


def _forget_test(page: LanguageModelState) -> None:
    page.tested = page.tested_where = page.tested_serves = page.wrong = page._test = ""
    page.tested_told, page.fit, page.patient = [], False, False


def _show_test(page: LanguageModelState, tested: Tested | InvalidInput) -> None:
    if isinstance(tested, InvalidInput):
        page.wrong = tested.message
        return
    page.tested, page.tested_where = tested.names.model, tested.where
    page.tested_told, page.fit = list(map(said, tested.trial.told)), tested.fit
    page.patient = tested.patient
    page.tested_serves, page._test = _serves(tested.trial.uses), tested.key


def _serves(uses: frozenset[Use]) -> str:
    return _(_SERVES[uses])
