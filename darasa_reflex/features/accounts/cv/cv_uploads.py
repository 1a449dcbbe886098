"""Files on their way from a browser, in pieces that fit into events."""

import base64
import binascii
from dataclasses import dataclass, field
from uuid import UUID

from darasa_reflex.core.errors import InvalidInput
from darasa_reflex.core.words.marks import marked
from darasa_reflex.features.accounts.cv.cv_file import FIELD, MOST_BYTES
from darasa_reflex.features.accounts.identity import Actor

# People whose files are on their way at once; an older one is forgotten for a newer.
_MOST_AT_ONCE = 20
_TOO_LARGE = marked("The file may have 5 MB.")
_LOST = marked("The file did not arrive whole. Choose it again.")


@dataclass(frozen=True, slots=True)
class CvUploads:
    """Pieces of files, one file a person, in memory and nowhere else."""

    _pieces: dict[UUID, list[bytes]] = field(default_factory=dict[UUID, list[bytes]])

    def take(self, actor: Actor, piece: str, place: int, *, last: bool) -> bytes | None:
        """Keep a piece; return the whole file with the last one, else None.

        Args:
            actor: Whose file it is.
            piece: A part of the file, as base64.
            place: Counts the pieces from 0; below 0 a file that is too large for any.
            last: Whether it is the last one.

        Raises:
            InvalidInput: The file is too large, or a piece is missing.
        """
        pieces = self._pieces.pop(actor.user_id, []) if place else []
        if place < 0 or sum(map(len, pieces)) + len(piece) * 3 // 4 > MOST_BYTES:
            raise InvalidInput(FIELD, _TOO_LARGE)
        if place != len(pieces):
            raise InvalidInput(FIELD, _LOST)
        try:
            pieces.append(base64.b64decode(piece, validate=True))
        except (binascii.Error, ValueError):
            raise InvalidInput(FIELD, _LOST) from None
        if last:
            return b"".join(pieces)
        while len(self._pieces) >= _MOST_AT_ONCE:
            del self._pieces[next(iter(self._pieces))]
        self._pieces[actor.user_id] = pieces
        return None
