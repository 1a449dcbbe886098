"""What a plan includes."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from darasa_reflex.core.errors import AllowanceUsedUp
from darasa_reflex.core.words.marks import marked
from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.core.words.sentences import ngettext
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
    if many == 0:
        told = _NONE_OF_PLAN if sold else _NONE_HERE
    elif frees_at is not None:
        told = _being_started(many, sold=sold)
    else:
        told = _all_used(many, sold=sold)
    return AllowanceUsedUp(told, frees_at, upgradable=sold)


_NONE_OF_PLAN = marked("Your plan includes no interviews.")
_NONE_HERE = marked("This server allows no interviews.")
_PAIR = 2


def _being_started(many: int, *, sold: bool) -> str:
    if sold:
        return ngettext(
            "Your plan includes {count} interview, and what is left is being started already. "
            "A start that does not connect gives its place back.",
            "Your plan includes {count} interviews, and what is left is being started already. "
            "A start that does not connect gives its place back.",
            many,
        )
    return ngettext(
        "This server allows {count} interview per person, and what is left is being started "
        "already. A start that does not connect gives its place back.",
        "This server allows {count} interviews per person, and what is left is being started "
        "already. A start that does not connect gives its place back.",
        many,
    )


def _all_used(many: int, *, sold: bool) -> str:
    if many == _PAIR and sold:
        return _("Your plan includes 2 interviews, and both are used.")
    if many == _PAIR:
        return _("This server allows 2 interviews per person, and both are used.")
    if sold:
        return ngettext(
            "Your plan includes {count} interview, and it is used.",
            "Your plan includes {count} interviews, and they are used.",
            many,
        )
    return ngettext(
        "This server allows {count} interview per person, and it is used.",
        "This server allows {count} interviews per person, and they are used.",
        many,
    )
