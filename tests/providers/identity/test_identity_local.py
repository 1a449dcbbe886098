"""The one local person is there only for this machine."""

import pytest

from darasa_reflex.core.errors import NotSignedIn
from darasa_reflex.features.accounts.identity import Visit
from darasa_reflex.features.accounts.service import Accounts
from darasa_reflex.providers.identity.local import LocalIdentity


@pytest.mark.parametrize("host", ["localhost:3000", "127.0.0.1", "[::1]:3000", "LOCALHOST"])
async def test_this_machine_is_the_local_person(db, host):
    actor = await Accounts(db, LocalIdentity()).actor(Visit({"host": host}, "127.0.0.1"))
    again = await Accounts(db, LocalIdentity()).actor(Visit({"host": host}, "::1"))

    assert actor == again
    assert not actor.limited


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("darasa.example", "127.0.0.1"),  # DNS rebinding
        ("localhost.example:3000", "127.0.0.1"),
        ("localhost:3000", "192.168.1.7"),
        ("localhost:3000", ""),
        ("", "127.0.0.1"),
    ],
)
async def test_anybody_else_is_nobody(db, host, address):
    with pytest.raises(NotSignedIn):
        await Accounts(db, LocalIdentity()).actor(Visit({"host": host}, address))
