"""Set the password of somebody who forgot theirs, and sign all their browsers out."""

import asyncio
import getpass
import sys

from sqlalchemy.exc import SQLAlchemyError

from darasa_reflex.core.errors import InvalidInput, ServiceUnavailable
from darasa_reflex.wiring import services

_NO_DATABASE = (
    "The database cannot be opened, or has no tables yet. Is DATABASE_URL right? "
    "Then run: python -m darasa_reflex migrate"
)


def set_password(email: str) -> int:
    """Set the password that is typed, or comes as one line of standard input; return 0.

    Raises:
        InvalidInput: It may not be a password, or the second time it was typed otherwise.
        NotFound: There is no account with this e-mail.
        ServiceUnavailable: The database cannot be opened, or has no tables.
    """
    password = _typed() if sys.stdin.isatty() else sys.stdin.readline().rstrip("\r\n")
    try:
        asyncio.run(services().local_accounts.set_password(email, password))
    except SQLAlchemyError:
        raise ServiceUnavailable("database", _NO_DATABASE, retryable=True) from None
    print("The password is set, and all browsers of this account are signed out.")
    return 0


def _typed() -> str:
    password = getpass.getpass("New password: ")
    if password != getpass.getpass("Once more: "):
        raise InvalidInput("password", "These were two different passwords. Please try again.")
    return password
