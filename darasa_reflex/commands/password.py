"""Set the password of somebody who forgot theirs, and sign all their browsers out."""

import asyncio
import getpass
import sys

from darasa_reflex.commands.tables import database
from darasa_reflex.core.errors import InvalidInput
from darasa_reflex.wiring import services


def set_password(email: str) -> int:
    """Set the password that is typed, or comes as one line of standard input; return 0.

    Raises:
        InvalidInput: It may not be a password, or the second time it was typed otherwise.
        NotFound: There is no account with this e-mail.
        ServiceUnavailable: The database cannot be opened, or has no tables.
    """
    password = _typed() if sys.stdin.isatty() else sys.stdin.readline().rstrip("\r\n")
    with database.used():
        asyncio.run(services().local_accounts.set_password(email, password))
    print("The password is set, and all browsers of this account are signed out.")
    return 0


def _typed() -> str:
    password = getpass.getpass("New password: ")
    if password != getpass.getpass("Once more: "):
        raise InvalidInput("password", "These were two different passwords. Please try again.")
    return password
