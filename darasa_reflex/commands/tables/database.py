"""What a command says of a database that it cannot use."""

from collections.abc import Generator
from contextlib import contextmanager

from sqlalchemy.exc import SQLAlchemyError

from darasa_reflex.core.errors import ServiceUnavailable

_SERVICE = "database"
_NOT_THERE = (
    "The database cannot be opened, or has no tables yet. Is DATABASE_URL right? "
    "Then run: python -m darasa_reflex migrate"
)


@contextmanager
def used() -> Generator[None]:
    """Say what to do where the database cannot be used.

    Raises:
        ServiceUnavailable: It cannot be opened, or has no tables.
    """
    try:
        yield
    except (SQLAlchemyError, ServiceUnavailable) as error:
        if isinstance(error, ServiceUnavailable) and error.service != _SERVICE:
            raise
        raise ServiceUnavailable(_SERVICE, _NOT_THERE, retryable=True) from None
