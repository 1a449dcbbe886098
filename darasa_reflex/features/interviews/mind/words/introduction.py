"""Who asks, and for whom."""

import re

from darasa_reflex.features.interviews.engines.interviewer import Brief
from darasa_reflex.features.interviews.mind.locales.catalogue import wording_of
from darasa_reflex.features.interviews.mind.locales.english import phrases
from darasa_reflex.features.job_infos.advert.employers import named_in
from darasa_reflex.features.job_infos.advert.titles import names_a_role
from darasa_reflex.features.job_infos.instructions import looks_like_instruction
from darasa_reflex.features.job_infos.lexicon import folded
from darasa_reflex.features.job_infos.mentions import mentions_in

_MOST_WORDS, _MOST_LETTERS = 4, 40
# Words with the same beginning are of one family: "Library", "librarian".
_ROOT, _FEWEST_LETTERS = 6, 3
_FEWEST_TOLD = 30
_ARTICLE = (
    r"\b(?:[Oo]ur|[Yy]our|[Aa]n?|(?:[Uu]nser|[Ee]in|[Dd]ein|[Ii]hr)(?:e[mnrs]?)?"
    r"|[Dd](?:er|ie|as|em|en))"
)
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
    if found := named_in(brief.description):
        return _sayable(found[0])
    # What a person calls the job is most often the company, or else the job.
    return "" if _is_of_the_job(brief) else _sayable(brief.job_name)


def _is_of_the_job(brief: Brief) -> bool:
    """Tell whether a person has called the job after the work, "Kita" or "SRE"."""
    name, title = brief.job_name.strip(), brief.job_title
    if set(folded(title)) & set(folded(name)) or names_a_role(name):
        return True
    initials = "".join(word[1] for word in re.finditer(r"\b([^\W\d_])", title)).lower()
    if len(name) > 1 and name.isupper() and initials.startswith(name.lower()):
        return True
    if any(one.start == 0 and one.end == len(name) for one in mentions_in(name)):
        return True
    told = len(brief.description.split()) >= _FEWEST_TOLD
    if told and not re.search(rf"\b{re.escape(name)}\b", brief.description, re.IGNORECASE):
        return True  # An employer's name stands in its own posting.
    if any(word.lower().startswith(name.lower()) for word in title.split()):
        return True
    return any(_is_common(word, brief.description) for word in name.split())


def _is_common(word: str, text: str) -> bool:
    """Tell whether a text has a word as no name is written: small, behind an article, joined."""
    root = re.escape(word.lower()[:_ROOT])
    same = re.escape(word)
    as_common = rf"(?<![\w@./-]){root}|{_ARTICLE} {same}\b|\b{same}-\w|\w-{same}\b"
    return len(word) >= _FEWEST_LETTERS and re.search(as_common, text) is not None


def _sayable(name: str) -> str:
    name = " ".join(name.split())
    short = len(name) <= _MOST_LETTERS and len(name.split()) <= _MOST_WORDS
    fit = short and name[:1].isupper() and _NAME.fullmatch(name)
    return name if fit and not looks_like_instruction(name) else ""
