"""Every error a person can be told about.

DarasaError
├── NotSignedIn         nobody is signed in, or the sign-in ended
├── NotFound            no such thing, or it belongs to someone else (we do not say which)
├── InvalidInput        fields of a form are wrong; carries their names
├── AllowanceUsedUp     a limit is reached; carries when it frees up, if time helps
└── ServiceUnavailable  an engine failed; carries its name and whether trying again may help
    └── NotKept         the database is full, locked or away; carries what it is, and what was lost

Anything else that is raised is a bug: it is logged, and the person reads one plain sentence.
"""

from collections.abc import Sequence
from datetime import datetime

from darasa_reflex.core.words.marks import marked
from darasa_reflex.core.words.stored import said, sentence

_WHAT = marked("What you did last")


class DarasaError(Exception):
    """An expected failure.

    Attributes:
        sentence: One or two plain sentences for the person: what happened, what to do next. Of a
            class: what is said where it is raised without any.
    """

    sentence: str = marked("Something went wrong on our side. We have noted it.")

    def __init__(self, sentence: str | None = None) -> None:
        if sentence is not None:
            self.sentence = sentence
        super().__init__(self.sentence)

    @property
    def message(self) -> str:
        """The sentence in the language of who reads it now."""
        return said(self.sentence)


class NotSignedIn(DarasaError):
    """Nobody is signed in, or the sign-in ended."""

    sentence = marked("Please sign in first.")


class NotFound(DarasaError):
    """There is no such thing, or it is someone else's."""

    sentence = marked("We could not find that.")


class InvalidInput(DarasaError):
    """A field of a form is wrong.

    Attributes:
        field: Name of the field, as the form and the use case call it.
        also: What is wrong in further fields, in the order of the form.
    """

    def __init__(self, field: str, message: str, also: "Sequence[InvalidInput]" = ()) -> None:
        super().__init__(message)
        self.field = field
        self.also = tuple(also)

    @property
    def wrongs(self) -> dict[str, str]:
        """The sentence beside each field that is wrong, in the order of the form."""
        return {one.field: one.message for one in (self, *self.also)}


class AllowanceUsedUp(DarasaError):
    """A limit is reached.

    Attributes:
        frees_at: When the next one is possible. None when time does not help.
        upgradable: Whether another plan helps.
    """

    def __init__(
        self, message: str, frees_at: datetime | None = None, *, upgradable: bool = False
    ) -> None:
        super().__init__(message)
        self.frees_at = frees_at
        self.upgradable = upgradable


class ServiceUnavailable(DarasaError):
    """An engine or an outside service failed.

    Attributes:
        service: Name of the engine.
        retryable: Whether trying again may help.
    """

    def __init__(self, service: str, message: str, *, retryable: bool) -> None:
        super().__init__(message)
        self.service = service
        self.retryable = retryable


class NotKept(ServiceUnavailable):
    """The database takes nothing, or does not answer.

    Attributes:
        why: What the database is, after "our database": "is full", as the catalogues have it.
        words: What a person said and we could not keep, for them to use again; may be empty.
        unsure: Whether it may have been kept all the same: the line broke as it was committed.
    """

    def __init__(
        self, why: str, what: str = _WHAT, words: str = "", *, unsure: bool = False
    ) -> None:
        told = sentence(
            "{what} was not kept: our database {why}. Please try again in a moment.",
            what=sentence(what),
            why=sentence(why),
        )
        super().__init__("database", told, retryable=True)
        self.why, self.words, self.unsure = why, words, unsure
