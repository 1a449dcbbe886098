"""Bring the database up to date."""

import re

from darasa_reflex.commands.build import ROOT
from darasa_reflex.core.errors import ServiceUnavailable
from darasa_reflex.settings import settings

_LINKS = re.compile(r'^(revision|down_revision) = "(\w+)"', re.MULTILINE)


def migrate() -> int:
    """Bring the database to the newest revision; return 0.

    Raises:
        ServiceUnavailable: The database cannot be reached or written.
    """
    if stands_at_newest():
        return 0
    from alembic.config import Config  # noqa: PLC0415
    from sqlalchemy.exc import OperationalError  # noqa: PLC0415

    from alembic import command  # noqa: PLC0415

    try:
        command.upgrade(Config(ROOT / "alembic.ini"), "head")
    except OperationalError:
        sentence = "The database cannot be opened. Is DATABASE_URL right, and its place writable?"
        raise ServiceUnavailable("database", sentence, retryable=True) from None
    return 0


def stands_at_newest() -> bool:
    """Tell whether the database stands at the newest revision.

    Loading Alembic to hear that there is nothing to do takes a sixth of a start's time.
    """
    from sqlalchemy import text  # noqa: PLC0415
    from sqlalchemy.exc import SQLAlchemyError  # noqa: PLC0415

    from darasa_reflex.core.db import Database  # noqa: PLC0415

    engine = Database(settings().database_url.get_secret_value()).engine
    try:
        with engine.connect() as connection:
            found = connection.execute(text("SELECT version_num FROM alembic_version")).scalars()
            return set(found) == newest_revisions()
    except SQLAlchemyError:  # no database yet, or none that can be reached: Alembic tells
        return False
    finally:
        engine.dispose()


def newest_revisions() -> set[str]:
    """Return the revisions that no other one follows: the one at the end of the row."""
    files = (ROOT / "alembic" / "versions").glob("*.py")
    said = [_LINKS.findall(file.read_text()) for file in files]
    links = [dict(pairs) for pairs in said]
    return {link["revision"] for link in links} - {link.get("down_revision") for link in links}
