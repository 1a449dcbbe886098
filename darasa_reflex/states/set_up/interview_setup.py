"""Before an interview: its length, the interviewer's patience, and the start."""

import re
from typing import Any

import reflex as rx
from reflex.event import EventSpec

from darasa_reflex.components.set_up.model_downloads import OTHER_MODELS
from darasa_reflex.core.errors import AllowanceUsedUp, InvalidInput, ServiceUnavailable
from darasa_reflex.core.words.marks import marked
from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.core.words.stored import retold
from darasa_reflex.features.accounts.identity import Actor
from darasa_reflex.features.interviews.engines.languages import ENGLISH, LANGUAGES
from darasa_reflex.features.interviews.preparation import prepared_for
from darasa_reflex.features.interviews.questions.locales.catalogue import ASKED_IN
from darasa_reflex.features.interviews.start.setup import Setup
from darasa_reflex.features.job_infos.models import JobInfo
from darasa_reflex.features.speech_models import sentences
from darasa_reflex.features.speech_models.catalogue import SpeechModel
from darasa_reflex.states.events import addresses
from darasa_reflex.states.events.screen import Screen, another_opening, showing
from darasa_reflex.states.events.who import actor_of, id_in_address
from darasa_reflex.states.set_up.chosen import USUAL, asks_on, summary, waits
from darasa_reflex.states.set_up.used_up import Startable, forget_refusal, refuse
from darasa_reflex.wiring import services

LANGUAGE_NAMES = tuple((language.code, language.name) for language in LANGUAGES.values())
# What only whoever runs the server can change is not for candidates: "HUME_API_KEY is not set".
_NAMES_A_SETTING = re.compile(r"\b[A-Z]+_[A-Z_]+\b")
_ASKS = marked("The interviewer asks in {language}.")
_ASKS_IN_ENGLISH = marked("The interviewer asks in English; you may answer in {language}.")
_WITH_A_MODEL = marked("With a language model it would ask in {language}.")
_BEING_WRITTEN = marked(
    "Questions for this job are being written in {language}; if you start before they are ready, "
    "it asks general ones."
)
_UNHEARD = marked("Nothing here can hear {language} yet. You can start, and type your answers.")
NOT_HEARD_YET = marked(
    "Nothing here can hear you yet, so the interview begins in writing. Once better listening has "
    "come, you can speak from the next question on."
)


class InterviewSetupState(Screen, Startable, rx.State):
    """What is said before an interview; what is chosen stays in the browser.

    Attributes:
        job: Name of the job info.
        job_to: Address of its page.
        engines: What a candidate should know about the engines, as sentences.
        multilingual: Whether the person may choose the language they answer in.
        usual_language: Chosen at first: what they answered in last, as in ISO 639-1.
        opened: Another number makes the form anew: what was chosen in it another server knew.
        language: What is chosen now.
        language_told: What it means that another language than English is chosen: what the
            interviewer asks in, and why.
        unheard: That nothing can hear that language yet, and the next step; empty when it is heard.
        model: Key of the model that hears it once fetched; empty when none is needed.
        reading: A sentence in that language, to be read aloud.
        first: Chosen at first, by the field's name: what the last interview had.
        summary: What is chosen now, in one line.
        asks_on: What the difficulty chosen now means.
        waits: What the patience chosen now means.
        expressive: Whether the engine measures how voices sound.
        agreed: Whether the person agreed that this is kept and worded.
        recorded: Chosen at first: whether answers are recorded, as the last time.
        unrecorded: Why nothing can be recorded here, as a sentence; empty when it can.
    """

    job: rx.Field[str] = rx.field("")
    job_to: rx.Field[str] = rx.field("")
    engines: rx.Field[list[str]] = rx.field(default_factory=list)
    multilingual: rx.Field[bool] = rx.field(False)
    opened: rx.Field[int] = rx.field(0)
    usual_language: rx.Field[str] = rx.field(ENGLISH)
    language: rx.Field[str] = rx.field(ENGLISH)
    language_told: rx.Field[str] = rx.field("")
    unheard: rx.Field[str] = rx.field("")
    model: rx.Field[str] = rx.field("")
    reading: rx.Field[str] = rx.field(LANGUAGES[ENGLISH].sentence)
    first: rx.Field[dict[str, str]] = rx.field(default_factory=lambda: dict(USUAL))
    summary: rx.Field[str] = rx.field("")
    asks_on: rx.Field[str] = rx.field("")
    waits: rx.Field[str] = rx.field("")
    expressive: rx.Field[bool] = rx.field(False)
    agreed: rx.Field[bool] = rx.field(False)
    recorded: rx.Field[bool] = rx.field(False)
    unrecorded: rx.Field[str] = rx.field("")
    # What is chosen now, by the field's name.
    _now: dict[str, str] = dict(USUAL)
    # The interview that `start` made; the room opens its call without another click.
    _just_started: str = ""

    @rx.event
    async def load(self) -> None:
        """Read which job it is for, and which engines will play."""
        stands, unknown = self.was_cut_off, self.is_unknown_here
        async with showing(self):
            actor, job_info_id = await actor_of(self), id_in_address(self, "job_info_id")
            forget_refusal(self)
            job_info = await services().job_infos.get(actor, job_info_id)
            self.job = job_info.name
            self.job_to = addresses.job_info_page(job_info_id)
            best = services().engines
            self.expressive, self.multilingual = best.expressive, best.multilingual
            chosen = await services().profiles.read(actor)
            if unknown:
                self.opened = another_opening()
            if not stands:
                self.usual_language = chosen.language if self.multilingual else ENGLISH
                self.language = self.usual_language
                last = await services().interviews.chosen_last(actor)
                self.first = await _usual(actor, last)
                self._now = dict(self.first)
                self.recorded = last.recorded
            self.unrecorded = retold(services().recordings.obstacle)
            _sum_up(self)
            _tell_of_language(self, actor, job_info)
            self.agreed = chosen.expressions_consent_at is not None

    @rx.event
    async def choose_language(self, code: str) -> None:
        """Say who hears the language that is chosen, and what it means for the interview."""
        actor, job_info_id = await actor_of(self), id_in_address(self, "job_info_id")
        self.language = code if isinstance(code, str) and code in LANGUAGES else ENGLISH
        _tell_of_language(self, actor, await services().job_infos.get(actor, job_info_id))

    @rx.event
    async def choose(self, name: str, value: str) -> None:
        """Sum up what is chosen now; the form itself stays in the browser."""
        await actor_of(self)
        if isinstance(name, str) and name in USUAL and isinstance(value, str):
            self._now = {**self._now, name: value}
            _sum_up(self)

    @rx.event
    async def start(self, form: dict[str, Any]) -> EventSpec | None:
        """Make an interview and go to its room, or say beside the button why not."""
        actor, job_info_id = await actor_of(self), id_in_address(self, "job_info_id")
        chosen = _filled_in(form)
        forget_refusal(self)
        best = services().engines
        if best.expressive and chosen.get("expressions") == "on":  # taken back in the settings only
            await services().preferences.agree_to_expressions(actor, agreed=True)
            self.agreed = True
        try:
            manner = await _manner(actor, chosen, multilingual=best.multilingual)
            started = await services().interviews.start(actor, job_info_id, **manner)
        except (AllowanceUsedUp, InvalidInput, ServiceUnavailable) as refusal:
            return refuse(self, refusal)
        self._just_started = str(started.interview_id)
        # A page that comes back shows this until it is loaded: the line and the form say the same.
        self.first = {name: str(chosen.get(name, now)) for name, now in self._now.items()}
        self._now = dict(self.first)
        _sum_up(self)
        return rx.redirect(addresses.room(job_info_id, started.interview_id))


async def _usual(actor: Actor, last: Setup) -> dict[str, str]:
    """Return what is chosen at first: as the last time, with the patience of the settings."""
    patience = (await services().profiles.read(actor)).patience
    names = ("minutes", "kind", "difficulty", "tone")
    return {name: str(getattr(last, name)) for name in names} | {"patience": patience}


def _sum_up(page: InterviewSetupState) -> None:
    now = page._now
    page.summary = summary(now)
    page.asks_on = asks_on(now["difficulty"])
    page.waits = waits(now["patience"])


def _tell_of_language(page: InterviewSetupState, actor: Actor, job: JobInfo) -> None:
    own, language = services(), LANGUAGES[page.language]
    told = own.engines.describe(language=page.language)
    page.engines = [retold(one) for one in told if not _NAMES_A_SETTING.search(one)]
    page.language_told = _what_is_asked_in(page.language, job)
    page.reading = language.sentence
    model = own.engines.model_to_hear(page.language)
    page.model = model.key if model else ""
    page.unheard = ""
    if not own.engines.hears(page.language):
        steps = [] if model is None else [_fetching(model, own.downloads.may_fetch(actor))]
        unheard = _(_UNHEARD, language=_(language.english))
        english = page.language == ENGLISH
        page.unheard = _(NOT_HEARD_YET) if english else " ".join([unheard, *steps])


def _what_is_asked_in(code: str, job: JobInfo) -> str:
    """Say what the interviewer asks in, and have questions written in it that are not there yet."""
    own, name = services(), _(LANGUAGES[code].english)
    asks = own.engines.asks_in(code)
    missing = not prepared_for(job, asks) and own.preparation.want(job.user_id, job.id, asks)
    if code == ENGLISH:
        return ""
    if asks == ENGLISH:
        would = code in ASKED_IN and own.engines.multilingual
        told = [_ASKS_IN_ENGLISH, *([_WITH_A_MODEL] if would else [])]
    else:
        told = [_ASKS, *([_BEING_WRITTEN] if missing else [])]
    return " ".join(_(one, language=name) for one in told)


def _fetching(model: SpeechModel, may_fetch: bool) -> str:
    if not may_fetch:
        return _(sentences.WHO_CAN_NAME, key=model.key)
    return _(
        'To speak them, get "{model}" ({size} MB) on this page, under "{place}".',
        model=_(model.title),
        size=sentences.megabytes(model.bytes),
        place=_(OTHER_MODELS),
    )


def _filled_in(form: object) -> dict[str, Any]:
    """Return the fields that say something.

    A form tells of a field that is not on the page yet, or never will be, as of an empty one.
    """
    fields = form if isinstance(form, dict) else {}
    return {name: value for name, value in fields.items() if value not in ("", None)}


async def _manner(actor: Actor, chosen: dict[str, Any], *, multilingual: bool) -> dict[str, Any]:
    """Return how the interview is held: as the form says, and as usual where it says nothing."""
    last = await services().interviews.chosen_last(actor)
    manner: dict[str, Any] = dict(await _usual(actor, last))
    if multilingual:
        manner["language"] = (await services().profiles.read(actor)).language
    names = ("patience", "kind", "difficulty", "tone", *(["language"] if multilingual else []))
    manner |= {name: chosen[name] for name in names if name in chosen}
    manner["recorded"] = "recorded" in chosen and not services().recordings.obstacle
    return manner | {"minutes": _whole_number(chosen.get("minutes", manner["minutes"]))}


def _whole_number(text: object) -> int | None:
    return int(text) if isinstance(text, str) and text.isdecimal() else None
