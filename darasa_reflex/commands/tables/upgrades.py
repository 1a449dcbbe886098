"""Upgrade the database; say in a sentence why that does not go."""

import re
import traceback
from pathlib import Path

from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.exc import DBAPIError, OperationalError

from alembic import command
from darasa_reflex.commands.build import ROOT
from darasa_reflex.core.database.db import Database
from darasa_reflex.core.database.upgrade import BrokenReferences, upgrading
from darasa_reflex.core.errors import ServiceUnavailable
from darasa_reflex.settings import settings

_MORE = "docs/upgrading.md says more."


def upgrade_own() -> None:
    """Bring the database that the settings name to the newest revision.

    Raises:
        ServiceUnavailable: It cannot be opened or upgraded; nothing was changed then.
    """
    db = Database(settings().database_url.get_secret_value())
    try:
        upgrade(db, Config(ROOT / "alembic.ini"))
    finally:
        db.engine.dispose()


def upgrade(db: Database, config: Config) -> None:
    """Bring a database to the newest revision of a folder of migrations.

    Raises:
        ServiceUnavailable: It cannot be opened or upgraded; nothing was changed then.
    """
    scripts = ScriptDirectory.from_config(config)
    heads = scripts.get_heads()
    if len(heads) > 1:
        raise _refused(_several(scripts, heads))
    try:
        with upgrading(db, heads) as connection:
            _check_known(MigrationContext.configure(connection).get_current_heads(), scripts)
            connection.rollback()
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
    except ServiceUnavailable:
        raise
    except OperationalError as error:
        where = _migration_in(error)
        raise _refused(_failed(where, error) if where else _unopened(error)) from None
    except OSError as error:
        raise _refused(
            f"The database could not be copied aside: {error.strerror or error}."
        ) from None
    except BrokenReferences as broken:
        raise _refused(_broken(broken)) from None
    except Exception as error:  # migrations are other people's code
        raise _refused(_failed(_migration_in(error), error)) from None


def _refused(sentence: str) -> ServiceUnavailable:
    return ServiceUnavailable("database", sentence, retryable=True)


def _several(scripts: ScriptDirectory, heads: list[str]) -> str:
    ends = " and ".join(Path(str(scripts.get_revision(head).path)).name for head in sorted(heads))
    return (
        f"The migrations end in more than one place: {ends}. Let one follow the other (its "
        f'`down_revision`), or join them with `alembic merge heads -m "join"`. {_MORE}'
    )


def _check_known(current: tuple[str, ...], scripts: ScriptDirectory) -> None:
    known = {script.revision for script in scripts.walk_revisions()}
    if foreign := sorted(set(current) - known):
        raise _refused(
            f"This database was made by another version: its revision {foreign[0]} is not among "
            f"the migrations here. Use that version again, or a copy from before it. {_MORE}"
        )


def _unopened(error: DBAPIError) -> str:
    return (
        f"The database cannot be opened: {_cause(error)}. "
        "Is DATABASE_URL right, and its place writable?"
    )


def _failed(migration: str, error: BaseException) -> str:
    cause = _cause(error) if isinstance(error, DBAPIError) else f"{type(error).__name__}: {error}"
    return f"The migration {migration or '(unknown)'} failed: {cause}. Nothing was changed. {_MORE}"


def _broken(broken: BrokenReferences) -> str:
    tables = ", ".join(broken.tables)
    return (
        f"The upgrade would leave rows that refer to nothing, in: {tables}. Nothing was changed. "
        f"{_MORE}"
    )


def _cause(error: DBAPIError) -> str:
    """Return what the database says, without what rows hold."""
    told = getattr(getattr(error.orig, "diag", None), "message_primary", None) or str(error.orig)
    first = str(told).strip().splitlines()[0] if str(told).strip() else type(error.orig).__name__
    return re.sub(r"://[^@\s]*@", "://…@", first).rstrip(".")


def _migration_in(error: BaseException) -> str:
    """Return the name of the migration in which an error was raised, or an empty text."""
    frames = traceback.extract_tb(error.__traceback__)
    found = [Path(f.filename).stem for f in frames if Path(f.filename).parent.name == "versions"]
    return found[-1] if found else ""
