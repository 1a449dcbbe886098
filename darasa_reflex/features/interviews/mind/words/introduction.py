"""Who asks, and for whom."""

import re

from darasa_reflex.features.interviews.engines.interviewer import Brief
from darasa_reflex.features.interviews.mind.locales.catalogue import wording_of
from darasa_reflex.features.interviews.mind.locales.english import phrases
from darasa_reflex.features.job_infos.advert.employers import employers_in
from darasa_reflex.features.job_infos.instructions import looks_like_instruction
from darasa_reflex.features.job_infos.lexicon import folded

_MOST_WORDS, _MOST_LETTERS = 4, 40
_NAME = re.compile(r"[^\W\d_][\w&'\u2019.-]*(?: [\w&'\u2019.-]+)*")


def name_of(brief: Brief, seed: int) -> str:
    """Return the interviewer's name, another one than the candidate's."""
    theirs = brief.user_name.split()[:1]
    names = [name for name in phrases.NAMES if [name] != theirs]
    return names[seed % len(names)]


def introduction(brief: Brief, who: str) -> str:
    """Return the sentence in which the interviewer says who asks, and for which company."""
    company = company_of(brief)
    wording = wording_of(brief.plan.language)
    texts = wording.for_company if company else wording.by_name
    return texts[len(brief.user_name) % len(texts)].format(who=who, company=company)


def company_of(brief: Brief) -> str:
    """Return the company's name as the posting or the person writes it; empty when in doubt."""
    for name in sorted(employers_in(brief.description)):
        if found := re.search(rf"\b{re.escape(name)}\b", brief.description, re.IGNORECASE):
            return _sayable(found[0])
    # What a person calls the job is most often the company, or else the job.
    title = set(folded(brief.job_title))
    return "" if title & set(folded(brief.job_name)) else _sayable(brief.job_name)


def _sayable(name: str) -> str:
    name = " ".join(name.split())
    short = len(name) <= _MOST_LETTERS and len(name.split()) <= _MOST_WORDS
    fit = short and name[:1].isupper() and _NAME.fullmatch(name)
    return name if fit and not looks_like_instruction(name) else ""
