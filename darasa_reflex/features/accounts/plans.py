"""What a plan includes."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from darasa_reflex.core.errors import AllowanceUsedUp
from darasa_reflex.features.accounts.identity import Actor


class Quota(StrEnum):
    """What plans count."""

    INTERVIEWS = "interviews"
    QUESTIONS = "questions"
    RESUME_ANALYSES = "resume_analyses"


@dataclass(frozen=True, slots=True)
class Inclusion:
    """What one feature of a plan gives.

    Attributes:
        feature: Its name as Clerk sells it.
        many: How many it includes, ever; None: any number.
    """

    feature: str
    quota: Quota
    many: int | None


# The first row whose feature a person has decides. Source: the original app.
INCLUSIONS = (
    Inclusion("unlimited_interviews", Quota.INTERVIEWS, None),
    Inclusion("unlimited_interview", Quota.INTERVIEWS, None),
    Inclusion("1_interview", Quota.INTERVIEWS, 2),
    Inclusion("unlimited_questions", Quota.QUESTIONS, None),
    Inclusion("5_questions", Quota.QUESTIONS, 5),
    Inclusion("unlimited_resume_analysis", Quota.RESUME_ANALYSES, None),
)


@dataclass(frozen=True, slots=True)
class Allowance:
    """How much of a quota a person may have, and has had.

    Attributes:
        included: None: any number.
        used: May exceed `included` after a plan has shrunk.
    """

    included: int | None
    used: int


def included(actor: Actor, quota: Quota, otherwise: int | None) -> int | None:
    """Return how many a person may have, ever; None for any number.

    Args:
        actor: Whose plan it is.
        quota: What is counted.
        otherwise: What counts where nobody sells plans.
    """
    features = actor.features
    if features is None:
        return otherwise
    rows = (row for row in INCLUSIONS if row.quota is quota and row.feature in features)
    return next((row.many for row in rows), 0)


def no_interview_left(actor: Actor, many: int, frees_at: datetime | None = None) -> AllowanceUsedUp:
    """Return the refusal of an interview that a plan or this server does not include.

    Args:
        actor: Who asked.
        many: How many they may hold.
        frees_at: When a place is free again that another start holds; None: all were held.
    """
    sold = actor.features is not None
    whole = f"Your plan includes {_interviews(many)}" if sold else _of_server(many)
    if many == 0:
        sentence = f"{whole}."
    elif frees_at is not None:
        sentence = f"{whole}, and what is left is being started already. {_NOT_LOST}"
    else:
        sentence = f"{whole}, and {_ALL.get(many, 'they are')} used."
    return AllowanceUsedUp(sentence, frees_at, upgradable=sold)


_NOT_LOST = "A start that does not connect gives its place back."
_ALL = {1: "it is", 2: "both are"}


def _of_server(many: int) -> str:
    return f"This server allows {_interviews(many)}" + (" per person" if many else "")


def _interviews(many: int) -> str:
    return f"{many or 'no'} interview{'' if many == 1 else 's'}"
