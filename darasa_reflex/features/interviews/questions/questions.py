"""Questions that suit any job, and how a job's title is said in them."""

import re
from collections.abc import Set as AbstractSet
from functools import lru_cache
from random import Random

from darasa_reflex.features.interviews.questions.locales.catalogue import ENGLISH, QUESTIONS
from darasa_reflex.features.interviews.questions.wordings.general_wordings import GENERAL
from darasa_reflex.features.interviews.questions.wordings.wording import (
    Asked,
    Section,
    suited,
    worded,
)
from darasa_reflex.features.job_infos.instructions import looks_like_instruction
from darasa_reflex.features.job_infos.mentions import mentions_in

# A longer title is not said: it would drown the question.
_TITLE_WORDS = 6
# "Tischler (m/w/d)", "Erzieher*in": how titles in German say that they are anybody's.
_GERMAN = re.compile(
    r"\b(?=[mdxa/]*w)[mwdxa](?:/[mwdxa]){1,2}\b|\w[*:_](?:in|innen)\b|[a-z]/-?in\b|[äöüß]"
)


def general(
    random: Random,
    section: Section,
    count: int,
    *,
    level: str,
    title: str | None,
    avoid: AbstractSet[str],
    language: str = ENGLISH,
) -> list[Asked]:
    """Return questions of a section, each of another template, new ones first."""
    templates = suited(QUESTIONS.get(language, GENERAL)[section], level)
    random.shuffle(templates)
    role = spoken_role(title)
    asked = [worded(random, template, {"role": role}, avoid) for template in templates]
    return sorted(asked, key=lambda one: one.text in avoid)[:count]


@lru_cache(maxsize=1_000)
def spoken_role(title: str | None) -> str:
    """Return "the … role", or "this role" when the title cannot be said in a question."""
    words = re.split(r"\s+[-\u2013|/]\s+|[(,;:|]", (title or "").strip())[0].split()
    plain = " ".join(words)
    if not 0 < len(words) <= _TITLE_WORDS or plain.lower() == "not specified":
        return "this role"
    if looks_like_instruction(title or "") or not re.fullmatch(r"[\w .&/+#'\u2019-]+", plain):
        return "this role"
    # A noun of German begins with a capital wherever it stands.
    german = _GERMAN.search(title or "") is not None
    plain = plain[0].upper() + plain[1:] if german else _within_a_sentence(plain)
    return f"the {plain}" if plain.lower().endswith(" role") else f"the {plain} role"


def _within_a_sentence(title: str) -> str:
    """Return a title whose only capital begins it as it stands within a sentence: no name is."""
    if not title[:1].isupper() or title[1:] != title[1:].lower():
        return title
    named = any(one.start == 0 and one.skill.name[:1].isupper() for one in mentions_in(title))
    return title if named else title[0].lower() + title[1:]
