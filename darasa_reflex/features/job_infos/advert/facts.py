"""What a posting says of the job as a whole, for a person to confirm."""

from dataclasses import dataclass

from darasa_reflex.features.job_infos.advert.companies import company_of
from darasa_reflex.features.job_infos.advert.levels import level_of
from darasa_reflex.features.job_infos.advert.titles import title_of
from darasa_reflex.features.job_infos.instructions import looks_like_instruction
from darasa_reflex.features.job_infos.posting import pasted
from darasa_reflex.features.job_infos.posting.language import is_english

_LONGEST = 100


@dataclass(frozen=True, slots=True)
class Facts:
    """Facts read from a posting; an empty one is not named, or not surely.

    Attributes:
        level: A value of `ExperienceLevel`.
        english: Whether the text is in English, the only language that is read without a model.
    """

    title: str = ""
    company: str = ""
    level: str = ""
    english: bool = True


def facts_of(description: str) -> Facts:
    """Return the facts of a pasted posting; none of one that is not in English."""
    text = pasted.plain(description)
    if not is_english(text):
        return Facts(english=False)
    title, company = title_of(text), company_of(text)
    return Facts(_sayable(title), _sayable(company), level_of(text, title))


def _sayable(name: str) -> str:
    return "" if len(name) > _LONGEST or looks_like_instruction(name) else name
