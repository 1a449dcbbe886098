"""Which language model is asked, for what, and how the one person chooses it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from uuid import uuid4

import anyio.to_thread
from pydantic import SecretStr

from darasa_reflex.core.errors import InvalidInput, NotFound, ServiceUnavailable
from darasa_reflex.core.words.marks import marked
from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.core.words.stored import sentence
from darasa_reflex.features.accounts.identity import Actor
from darasa_reflex.features.language_models.asking import Asker
from darasa_reflex.features.language_models.choice import (
    LIVE_WAIT_SECONDS,
    PATIENT_WAIT_SECONDS,
    ChoiceFile,
    Kept,
    Use,
)
from darasa_reflex.features.language_models.failures import NotAnswered
from darasa_reflex.features.language_models.port import LanguageModel, Names
from darasa_reflex.features.language_models.servers.addresses import (
    FIELD,
    address_of,
    check_resolved,
)
from darasa_reflex.features.language_models.servers.servers import ModelServers, Offer
from darasa_reflex.features.language_models.trial import Trial, tried

_NOBODY = marked("No language model is set up.")
_NOT_TESTED = marked("Test a model first, then use it.")
_NO_PASTE = marked("Paste a key, or the address of a model server.")
_WHOSE = marked(
    "This key tells no service by its beginning. Give the address of its service as well."
)
_ODD_KEY = marked("This is no key: keys have no blanks and plain letters only.")
_NAME_IT = marked("Name the model as its server calls it.")
_NOTHING_FOR_IT = marked(
    "This model is neither quick enough to follow up nor able to give feedback."
)
_WAITED_FOR = sentence(
    "In interviews you wait up to {seconds} seconds for its replies.",
    seconds=round(PATIENT_WAIT_SECONDS),
)
_NO_ANSWER = marked("Nothing answers at this address.")
_LONGEST = 500
# How keys begin, and where their services are. Source: the services' own pages on keys.
_SERVICES = (
    ("sk-or-", "https://openrouter.ai/api/v1"),
    ("gsk_", "https://api.groq.com/openai/v1"),
    ("sk-", "https://api.openai.com/v1"),
)
_GOOGLES = ("AIza", "AQ.")

Build = Callable[[str, Mapping[str, SecretStr]], LanguageModel]


@dataclass(frozen=True, slots=True)
class Standing:
    """What the settings page shows.

    Attributes:
        names: The model in use; None: none is.
        uses: What it serves.
        chosen: Whether it was chosen there, so that it can be removed there.
        told: What its test found, as sentences.
        where: Where words go, as a sentence; empty without a model.
    """

    names: Names | None
    uses: frozenset[Use]
    chosen: bool
    told: tuple[str, ...]
    where: str


@dataclass(frozen=True, slots=True)
class Tested:
    """A model that was tried out and can be chosen.

    Attributes:
        key: Names the test, for the choice that follows; nothing secret.
        where: Where words would go, as a sentence.
        fit: Whether it is good enough for anything.
        patient: Whether it can follow up for somebody who waits longer.
    """

    key: str
    names: Names
    trial: Trial
    where: str

    @property
    def fit(self) -> bool:
        """Whether it can be chosen."""
        return bool(self.trial.uses)

    @property
    def patient(self) -> bool:
        """Whether it can also be chosen to be waited for."""
        return self.trial.patient


class LanguageModels:
    """The language model in use.

    Args:
        build: Makes a model by the name of its provider, from settings of that.
        fixed: The model that settings of the operator name; None: none.
        file: What the one person chose; None where several people sign in: then only settings
            count, and whoever asks here is told that there is nothing.
        servers: Looks for model servers on this machine.
        wait_seconds: How long somebody in an interview waits for the fixed one.
    """

    def __init__(
        self,
        build: Build,
        fixed: LanguageModel | None = None,
        file: ChoiceFile | None = None,
        servers: ModelServers | None = None,
        wait_seconds: float = LIVE_WAIT_SECONDS,
    ) -> None:
        self._build = build
        self._wait_seconds = wait_seconds
        self._fixed = Asker(fixed) if fixed else None
        self._file = file
        self._servers = servers
        self._made: tuple[Kept, Asker] | None = None
        self._tested: tuple[str, Kept] | None = None

    @property
    def offered(self) -> bool:
        """Whether a person may choose a model here."""
        return self._file is not None

    def serving(self, use: Use) -> Asker | None:
        """Return who is asked for a use; None: nobody. Looks for a new choice each time."""
        kept = self._file.read() if self._file else None
        if kept is None:
            return self._fixed
        return self._asker(kept) if use in kept.uses else None

    @property
    def wait_seconds(self) -> float:
        """How long somebody in an interview waits for a sentence of it."""
        kept = self._file.read() if self._file else None
        return kept.wait_seconds if kept else self._wait_seconds

    def needed(self, use: Use) -> Asker:
        """Return who is asked for a use.

        Raises:
            ServiceUnavailable: Nobody is.
        """
        asker = self.serving(use)
        if asker is None:
            raise ServiceUnavailable("language_model", _NOBODY, retryable=False)
        return asker

    def is_small(self, use: Use) -> bool:
        """Tell whether a small model serves a use."""
        kept = self._file.read() if self._file else None
        return bool(kept and use in kept.uses and kept.small)

    def standing(self, actor: Actor) -> Standing:
        """Return which model is in use.

        Raises:
            NotFound: Several people sign in here.
        """
        file = self._own(actor)
        kept = file.read()
        asker = self._asker(kept) if kept else self._fixed
        uses = kept.uses if kept else frozenset(Use if asker else ())
        names = asker.names if asker else None
        told = kept.told if kept else ()
        return Standing(names, uses, kept is not None, told, where(names) if names else "")

    async def found(self, actor: Actor) -> tuple[Offer, ...]:
        """Return what servers on this machine offer. Nothing of it is used before it is chosen.

        Raises:
            NotFound: Several people sign in here.
        """
        self._own(actor)
        return await self._servers.found() if self._servers else ()

    async def test_found(self, actor: Actor, address: str, model: str) -> Tested:
        """Try out a model that was found.

        Raises:
            NotFound: It is not there any more, or several people sign in here.
            NotAnswered: It does not answer.
        """
        offers = await self.found(actor)
        offer = next((o for o in offers if (o.address, o.model) == (address, model)), None)
        if offer is None:
            raise NotFound
        values = {"DARASA_MODEL_URL": offer.address, "DARASA_MODEL": offer.model}
        return await self._test("openai_compatible", values, offer.billions)

    async def test(self, actor: Actor, address: object, key: object, model: object) -> Tested:
        """Try out a model by a key, or by the address of its server; the model may stay open.

        Raises:
            InvalidInput: Something is wrong with what was given.
            NotFound: Several people sign in here.
            NotAnswered: It does not answer.
        """
        self._own(actor)
        given, secret, name = (_text(value) for value in (address, key, model))
        if not given and not secret:
            raise InvalidInput(FIELD, _NO_PASTE)
        if not secret.isascii() or any(sign.isspace() for sign in secret):
            raise InvalidInput("key", _ODD_KEY)
        if not given and secret.startswith(_GOOGLES):
            return await self._test("gemini", {"GEMINI_API_KEY": secret, "DARASA_MODEL": name})
        given = given or next((url for mark, url in _SERVICES if secret.startswith(mark)), "")
        if not given:
            raise InvalidInput(FIELD, _WHOSE)
        url = address_of(given).url
        await _checked(url)
        values = {"DARASA_MODEL_URL": url, "DARASA_MODEL_KEY": secret}
        values["DARASA_MODEL"] = name or await self._only_model(url)
        return await self._test("openai_compatible", values)

    async def choose(self, actor: Actor, key: object, *, patiently: bool = False) -> None:
        """Use the model that was tested last, from now on, in place of any other.

        Args:
            actor: Who.
            key: Names the test.
            patiently: Wait longer for what it says in interviews.

        Raises:
            InvalidInput: It was not tested, or is good enough for nothing.
            NotFound: Several people sign in here.
        """
        file = self._own(actor)
        tested = self._tested
        if tested is None or tested[0] != key:
            raise InvalidInput("test", _NOT_TESTED)
        kept = tested[1]
        if patiently and kept.patient:
            kept = replace(
                kept,
                uses=kept.uses | {Use.WORDING},
                wait_seconds=PATIENT_WAIT_SECONDS,
                told=(*kept.told, _WAITED_FOR),
            )
        if not kept.uses:
            raise InvalidInput("test", _NOTHING_FOR_IT)
        await anyio.to_thread.run_sync(file.write, kept)
        self._tested = None

    async def remove(self, actor: Actor) -> None:
        """Forget the chosen model and its key; what settings name is used again.

        Raises:
            NotFound: Several people sign in here.
        """
        await anyio.to_thread.run_sync(self._own(actor).remove)
        self._tested = self._made = None

    def _own(self, actor: Actor) -> ChoiceFile:
        del actor  # whoever comes in where nobody signs in is the one person
        if self._file is None:
            raise NotFound
        return self._file

    def _asker(self, kept: Kept) -> Asker:
        if self._made is None or self._made[0] != kept:
            self._made = kept, Asker(self._build(kept.provider, kept.keys))
        return self._made[1]

    async def _only_model(self, url: str) -> str:
        known = await self._servers.models_at(url) if self._servers else ()
        if len(known) == 1:
            return known[0]
        if not known:
            raise InvalidInput("model", _NAME_IT)
        names = ", ".join(known[:3])
        told = _("Name the model as its server calls it, for example {names}.", names=names)
        raise InvalidInput("model", told)

    async def _test(
        self, provider: str, values: Mapping[str, str], billions: float | None = None
    ) -> Tested:
        keys = {name: SecretStr(value) for name, value in values.items() if value}
        asker = Asker(self._build(provider, keys))
        try:
            trial = await tried(asker, billions)
        except NotAnswered as failure:
            raise InvalidInput("test", failure.sentence) from None
        finally:
            await asker.close()
        kept = Kept(
            provider=provider, values=values, uses=trial.uses, small=trial.small, told=trial.told,
            patient=trial.patient,
        )  # fmt: skip
        key = uuid4().hex
        self._tested = key, kept
        return Tested(key, asker.names, trial, where(asker.names))


def where(names: Names) -> str:
    """Return where a person's words go, as a sentence."""
    if names.local:
        return _("Your words go to {model} on this computer and nowhere else.", model=names.model)
    return _("Your words go to {host}. They cannot be deleted there from here.", host=names.host)


def _text(value: object) -> str:
    return value.strip()[:_LONGEST] if isinstance(value, str) else ""


async def _checked(url: str) -> None:
    try:
        await anyio.to_thread.run_sync(check_resolved, address_of(url))
    except OSError:
        raise InvalidInput(FIELD, _NO_ANSWER) from None
