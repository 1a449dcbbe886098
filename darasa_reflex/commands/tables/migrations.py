"""Bring the database up to date."""

from darasa_reflex.settings import settings


def migrate() -> int:
    """Bring the database to the newest revision; return 0.

    Raises:
        ServiceUnavailable: It cannot be opened or upgraded; nothing was changed then.
    """
    if not stands_at_newest():
        from darasa_reflex.commands.tables.upgrades import upgrade_own  # noqa: PLC0415

        upgrade_own()
    return 0


def stands_at_newest() -> bool:
    """Tell whether the database stands at the newest revision.

    Loading Alembic to hear that there is nothing to do takes a sixth of a start's time.
    """
    from sqlalchemy import text  # noqa: PLC0415
    from sqlalchemy.exc import SQLAlchemyError  # noqa: PLC0415

    from darasa_reflex.core.database.db import Database  # noqa: PLC0415

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
    from darasa_reflex.core.database.upgrade import known_revisions  # noqa: PLC0415

    return known_revisions()[1]
