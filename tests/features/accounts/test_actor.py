"""Who is there is asked every time; which row that is, once."""

import pytest
from sqlalchemy import event

from darasa_reflex.core.errors import NotSignedIn
from darasa_reflex.features.accounts.identity import Claim, Visit
from darasa_reflex.features.accounts.service import Accounts

HERE = Visit({}, "127.0.0.1")


class Door:
    """Lets in whoever is named, until nobody is."""

    def __init__(self):
        self.subject: str | None = "ada"
        self.features: frozenset[str] = frozenset()

    async def identify(self, visit):
        if self.subject is None:
            raise NotSignedIn
        return Claim(self.subject, self.subject.title(), features=self.features)

    async def look_up(self, subject):
        return None


@pytest.fixture
def statements(db):
    seen = []

    def see(*given):
        seen.append(given[2])

    event.listen(db.engine, "before_cursor_execute", see)
    yield seen
    event.remove(db.engine, "before_cursor_execute", see)


async def test_a_person_is_read_once_and_their_sign_in_every_time(db, statements):
    door = Door()
    accounts = Accounts(db, door)
    first = await accounts.actor(HERE)
    statements.clear()

    door.features = frozenset({"unlimited_interviews"})
    second = await accounts.actor(HERE)
    door.subject = None
    with pytest.raises(NotSignedIn):
        await accounts.actor(HERE)

    assert (second.user_id, second.features) == (first.user_id, door.features)
    assert statements == []


async def test_two_people_are_never_mixed_up(db):
    door = Door()
    accounts = Accounts(db, door)
    ada = await accounts.actor(HERE)

    door.subject = "eve"
    eve = await accounts.actor(HERE)

    assert (ada.name, eve.name) == ("Ada", "Eve")
    assert ada.user_id != eve.user_id


async def test_a_forgotten_person_is_read_anew(db, statements):
    accounts = Accounts(db, Door())
    before = await accounts.actor(HERE)
    statements.clear()

    accounts.forget("ada")

    assert await accounts.actor(HERE) == before
    assert statements
