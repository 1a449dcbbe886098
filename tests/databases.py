"""Databases of tests: making all tables takes 30 ms, copying a file that has them 1 ms."""

import atexit
import shutil
import tempfile
from functools import cache
from importlib import import_module
from pathlib import Path

from sqlmodel import SQLModel

from darasa_reflex.core.db import Database

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
