"""One server per SQLite file: a second one would cut the calls of the first."""

import logging
from pathlib import Path

from darasa_reflex.core.database.sqlite.file_lock import FileLock
from darasa_reflex.core.errors import ServiceUnavailable

logger = logging.getLogger(__name__)

# An old process may still end its calls when the new one starts.
START_SECONDS = 30.0
_TAKEN = (
    "Another Darasa already uses this database ({file}). Stop it first, or give this one a file "
    "of its own: DATABASE_URL=sqlite:///other.db. Several servers at once need PostgreSQL."
)


class OnlyServer:
    """Held by a server for as long as it runs; it falls with the process.

    Args:
        file: Of the database. None: a database that many servers share.
    """

    def __init__(self, file: Path | None) -> None:
        self._file = file
        self._lock = FileLock(file.with_name(f"{file.name}.server-lock")) if file else None

    def take(self, seconds: float = 0.0) -> bool:
        """Keep other servers away; return whether that is sure: no other uses the database now.

        Args:
            seconds: The longest wait for one that is about to end.

        Raises:
            ServiceUnavailable: Another one uses it.
        """
        if self._lock is None:
            return False
        try:
            taken = self._lock.acquire(seconds)
        except OSError:
            logger.warning("the folder of the database knows no locks; start one server only")
            return False
        if not taken:
            told = _TAKEN.format(file=self._file)
            raise ServiceUnavailable("database", told, retryable=True)
        return True

    def give_back(self) -> None:
        """Let another server start."""
        if self._lock is not None:
            self._lock.release()
