"""Databases of tests: making all tables takes 30 ms, copying a file that has them 1 ms."""

import atexit
import shutil
import tempfile
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from pydantic._internal import _fields
from sqlalchemy import Engine, event
from sqlmodel import SQLModel

from darasa_reflex.core.database import db
from darasa_reflex.core.database.db import Database

_ROOT = Path(__file__).parents[1]
# All there are, whatever a test happens to import.
for _file in (_ROOT / "darasa_reflex" / "features").rglob("models.py"):
    import_module(".".join(_file.relative_to(_ROOT).with_suffix("").parts))


def with_tables(path: Path) -> str:
    """Make a SQLite file with all tables, and return its address for SQLAlchemy."""
    shutil.copyfile(_blank(), path)
    return f"sqlite:///{path}"


@cache
def _blank() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="darasa-blank-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    database = Database(f"sqlite:///{folder / 'blank.db'}")
    SQLModel.metadata.create_all(database.engine)
    database.engine.dispose()
    return folder / "blank.db"


def _has_learnt(engine: Engine) -> bool:
    """Whether it has ever been connected: then its dialect knows the server."""
    return getattr(engine.dialect, "server_version_info", None) is not None


def learn_once() -> None:
    """Let all SQLite files of a run use what SQLAlchemy has learnt with the first.

    So do all databases on PostgreSQL. Every engine would compile each statement anew: a tenth of
    the time of all tests. Pydantic, too, looks at the signature of each default of each row that is
    made: a fortieth.
    """
    _fields.takes_validated_data_argument = cache(_fields.takes_validated_data_argument)
    made = db._engine
    first = made("sqlite://", 1)
    first.connect().close()
    first.dispose()

    learnt: dict[str, Engine] = {"sqlite": first}

    def engine(url: str, at_once: int) -> Engine:
        one = made(url, at_once)
        if one.dialect.name == "sqlite":
            event.listen(one, "connect", _leave_to_the_system)
        taught = learnt.get(one.dialect.name)
        if taught is not None and _has_learnt(taught):
            one.dialect, one._compiled_cache = taught.dialect, taught._compiled_cache
        else:
            learnt[one.dialect.name] = one
        return one

    db._engine = engine


def _leave_to_the_system(connection: Any, record: object) -> None:
    """Let nothing wait for the disk: no test cuts the power of its own process."""
    connection.execute("PRAGMA synchronous=OFF")
