"""A person's data on a real database, with an identity provider that does as a test says."""

import pytest

from darasa_reflex.core.engines.discovery import Keeps
from darasa_reflex.features.accounts.identity import Claim, Door, Visit
from darasa_reflex.features.accounts.service import Accounts
from darasa_reflex.features.interviews.call.calls import CallLimits, Calls
from darasa_reflex.features.personal_data.exports import Exports
from darasa_reflex.features.personal_data.receipt import Outsiders
from darasa_reflex.features.personal_data.service import PersonalData
from tests.features.interviews.doubles import EchoInterviewer, engines


class Provider:
    """Everybody is Ada; removing her gives what a test put in `answer`, or raises it."""

    def __init__(self) -> None:
        self.door = Door("clerk", "pk_test")
        self.answer: bool | Exception = True
        self.removed: list[str] = []
        self.seen_at_removal: list[int] = []
        self.look = lambda: 0

    async def identify(self, visit: Visit) -> Claim:
        return Claim("test-Ada", "Ada")

    async def remove(self, subject: str) -> bool:
        self.seen_at_removal.append(self.look())
        self.removed.append(subject)
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


@pytest.fixture
def provider() -> Provider:
    return Provider()


@pytest.fixture
def accounts(db, clock, provider) -> Accounts:
    return Accounts(db, provider, clock)


@pytest.fixture
def calls(db, clock) -> Calls:
    return Calls(db, clock, engines(EchoInterviewer()), CallLimits())


@pytest.fixture
def personal_data(db, clock, accounts, calls, provider) -> PersonalData:
    outsiders = Outsiders(
        engines={"echo": (Keeps("Echo keeps calls. Ask Echo.", by_name=True),)},
        judges={"model": (Keeps("Model was sent words. Ask Model."),)},
    )
    exports = Exports(db, clock)
    return PersonalData(db, clock, accounts, calls, provider, "Clerk", exports, outsiders)
