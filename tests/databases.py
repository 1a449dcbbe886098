"""Databases of tests: making all tables takes 30 ms, copying a file that has them 1 ms."""

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path

from sqlmodel import SQLModel

from darasa_reflex.core.db import Database
from darasa_reflex.features.accounts import models as _accounts  # noqa: F401 (its tables)
from darasa_reflex.features.feedback.runs import models as _feedback  # noqa: F401 (its table)
from darasa_reflex.features.interviews import models as _interviews  # noqa: F401 (its tables)
from darasa_reflex.features.interviews.questions.own import models as _questions  # noqa: F401 (its table)
from darasa_reflex.features.job_infos import models as _job_infos  # noqa: F401 (its table)


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
