"""What a chip of the job can be in a spoken question: a skill, an ability, a kind of experience."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from darasa_reflex.features.job_infos.instructions import looks_like_instruction
from darasa_reflex.features.job_infos.lexicon import Skill, folded, known
from darasa_reflex.features.job_infos.mentions import mentions_in
from darasa_reflex.features.job_infos.posting.clauses import shortened

Kind = Literal[
    "tool",
    "practice",
    "rule",
    "people",
    "spoken",
    "ability",
    "doing",
    "having",
    "trait",
    "quoted",
]

# Papers: one has them or not, and there is nothing to tell of them.
_PAPERS = frozenset(
    {
        "CPR", "advanced life support (ALS)", "NMC registration", "nursing registration", "QTS",
        "CISSP", "PRINCE2", "PMP", "CSCS", "ACCA", "AAT", "CIMA", "ACA", "CPA", "CIPD", "SHRM",
        "chartered accountancy", "driving licence", "forklift licence", "paediatric first aid",
    }
)  # fmt: skip
# Papers that the lexicon calls after the work, in words of another country.
_LICENCES = frozenset({"CDL", "GCSE", "GCSEs", "A-level"})
# Rules one works by.
_RULES = frozenset(
    {
        "GDPR", "HACCP", "IFRS", "US GAAP", "HIPAA", "ISO 27001", "SOC 2", "PCI DSS", "EYFS",
        "ITIL", "SOX compliance", "18th Edition wiring regulations",
    }
)  # fmt: skip
# As they are said within a sentence.
_SAID = {
    "EYFS": "the EYFS",
    "18th Edition wiring regulations": "the 18th Edition wiring regulations",
}
# What one does, though its name is written like one of a tool.
_PRACTICES = frozenset({"SEO", "ETL", "MLOps", "DevOps", "OKRs", "CI/CD", "HVAC", "Six Sigma"})
# Their names in the lexicon stand for neighbouring work as well.
_TRADES = frozenset({"health", "trades", "operations", "engineering", "service", "finance"})
# What is no name of a work: "know your customer", "class 1 licence", "working at height".
_NO_NOUN = re.compile(
    r"^(?:know|class|gas safe|goods in|bench|working|draft|negotiate)\b|\d|\blicen[cs]e\b",
    re.IGNORECASE,
)
# In an English interview everybody shows how their English is.
_SHOWN = "English"
_LONGEST = 80
_MOST_WORDS = 13
_ABILITY = re.compile(
    r"^(?:\w+[,-]? ){0,3}?(?:ability|able|capacity|capable) to (?P<verb>[a-z].+)", re.IGNORECASE
)
_HAVING = re.compile(
    r"\b(?P<noun>experience|background|track record|knowledge|understanding|familiarity"
    r"|proficiency|fluency|expertise|competence)\s+(?P<rest>(?:of|with|in|as|using|\w+ing)\b.+)",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"^(?P<what>.+?) (?P<noun>experience|knowledge|skills|background)$", re.IGNORECASE
)
_DOING = re.compile(
    r"^(?:leading|managing|supervising|running|reading|writing|building|designing|handling"
    r"|dealing|coaching|mentoring|preparing|keeping|answering|presenting|negotiating|working"
    r"|supporting|delivering|organising|organizing|developing|maintaining|monitoring|coordinating"
    r"|reviewing|setting|advising|teaching|caring) \w",
    re.IGNORECASE,
)
_TRAIT = re.compile(
    r"^(?:calm|comfortable|reliable|careful|punctual|confident|friendly|organised|organized|patient"
    r"|happy|polite|warm|kind|curious|thorough|honest|tidy|resilient|proactive|enthusiastic"
    r"|(?:stay|keep|remain)\w* calm|unflappable|trustworthy|dependable|numerate|caring"
    r"|compassionate|empathetic|approachable|adaptable|hard-?working|(?:self-)?motivated|methodical|meticulous"
    r"|conscientious|diligent|decisive|tactful|outgoing|positive|pragmatic|respectful)\b",
    re.IGNORECASE,
)
_AS_EXPERIENCE = frozenset(
    {"familiar", "proficient", "competent", "experienced", "familiarity", "proficiency"}
)
_YEARS = re.compile(
    r"^(?:at least |over |more than |minimum (?:of )?)?(?:[\d\u2013+-]+|one|two|three|four|five|six"
    r"|seven|eight|ten)\+? (?:or more )?(?:years?|yrs?)['\u2019]?\+? (?:of )?"
    r"(?=(?:of|with|in|as|using|\w+ing)\b)",
    re.IGNORECASE,
)
# A requirement that is met or not: one does not tell a story about it.
_DULL = re.compile(
    r"\b(?:degree|diploma|bachelor\w*|master'?s|ph\.?d|gcses?|[bm]sc|b\.sc|m\.sc|hnd|hnc|nvq|a-levels?"
    r"|driving|licen[cs]ed?|permit|visa|right to work|work permit|dbs|registration|registered"
    r"|certificat\w+|certified|cert|card|ticket|qualification|qualified|graduate|chartered|level \d"
    r"|boots|own (?:car|bike|tools|transport)|car|smartphone|willing\w*|available|availability"
    r"|drug screen|medical|2:1|flexible|wpm|months?|years?|yrs?|refs|references|fit for work"
    r"|weekends?|bank holidays?|commitment)\b",
    re.IGNORECASE,
)
_SPEAKABLE = re.compile(r"[^\W_]")
_NOISE = re.compile(
    r"https?://\S+|\S+@\S+|[\"“”„«»<>{}\[\]|*_~^`=\\]"
    r"|[^\w\s.,;:()/&+#'\u2019%€$£-]"
)
# "Three years in sales, at least one leading people": a second thought, which no question holds.
_MOREOVER = re.compile(
    r"(?<=\w\w), (?:(?:with|and) )?(?:at least|minimum|of which|including|ideally|preferably)\b.*$",
    re.IGNORECASE,
)
_LAST_WORD_SMALL = re.compile(r"\s[a-z][\w-]*$")


@dataclass(frozen=True, slots=True)
class Topic:
    """A chip made ready for speech.

    Attributes:
        chip: As the person left it.
        phrase: The words that go into a question, in the case they have within a sentence.
        kind: How questions about it are built.
        family: Of the lexicon; empty when it is not in there.
        skill: Its name in the lexicon; empty when it is not in there.
        dull: Little can be asked about it: a degree, a licence.
    """

    chip: str
    phrase: str
    kind: Kind
    family: str = ""
    skill: str = ""
    dull: bool = False


@lru_cache(maxsize=5_000)
def topic_of(chip: str) -> Topic | None:
    """Return the topic of a chip; None when it must not or cannot be said."""
    text = " ".join(_NOISE.sub(" ", chip).split()).strip(" .,;:-/&")
    if looks_like_instruction(chip) or not _SPEAKABLE.search(text):
        return None
    if skill := known(text):
        if _is_licence(text, skill):
            return Topic(chip, text, "quoted", dull=True)
        return _as_posted(_named(chip, skill), text)
    text = _few_words(shortened(text, _LONGEST))
    return _requirement(chip, text) if text else None


def _named(chip: str, skill: Skill) -> Topic:
    paper = skill.name in _PAPERS
    kind = "quoted" if paper else _kind(skill)
    said = _SAID.get(skill.name, skill.name)
    return Topic(chip, said, kind, skill.family, skill.name, dull=paper or skill.name == _SHOWN)


def _is_licence(text: str, skill: Skill) -> bool:
    """Tell whether a chip is the short name of a paper: "CDL" is asked for, not HGV driving."""
    return text in _LICENCES and skill.name != text


def _as_posted(topic: Topic, text: str) -> Topic:
    """Return a practice in the posting's words, where the lexicon calls it by quite another name.

    Who wrote of "IV therapy" has not asked for cannulation.
    """
    words = text.split()
    # "Fork lift" is the same word.
    other = len(words) > 1 and "".join(words).lower() not in topic.phrase
    named = other and topic.kind == "practice" and topic.family in _TRADES
    if not named or _NO_NOUN.search(text) or set(folded(text)) & set(folded(topic.phrase)):
        return topic
    return replace(topic, phrase=_small(text))


def _kind(skill: Skill) -> Kind:
    if skill.family in {"people", "spoken"}:
        return "people" if skill.family == "people" else "spoken"
    if skill.name in _RULES:
        return "rule"
    if skill.name in _PRACTICES:
        return "practice"
    if skill.name[:1].islower() and skill.family in {"language", "framework"}:
        return "tool"
    if not any(letter.isupper() for letter in skill.name) or _LAST_WORD_SMALL.search(skill.name):
        return "practice"
    return "tool"


def _requirement(chip: str, text: str) -> Topic:
    plain = _MOREOVER.sub("", text.replace(" & ", " and "))
    if found := _ABILITY.match(plain):
        return Topic(chip, found["verb"], "ability")
    first, _, rest = plain.partition(" ")
    nouned = f"{'experience' if first.lower() in _AS_EXPERIENCE else first} {rest}"
    if "experience" not in nouned.lower():
        nouned = _YEARS.sub("experience ", nouned)
    if found := _HAVING.search(nouned):
        return Topic(chip, f"{found['noun'].lower()} {found['rest']}", "having")
    if _DULL.search(plain):
        return Topic(chip, text, "quoted", dull=True)
    skill = _skill_in(plain) or _skill_in(text)
    return _named(chip, skill) if skill else _phrase(chip, text, plain)


def _phrase(chip: str, text: str, plain: str) -> Topic:
    if found := _OWN.match(plain):
        return Topic(chip, f"{_small(found['what'])} {found['noun'].lower()}", "having")
    if _DOING.match(plain):
        return Topic(chip, _small(plain), "doing")
    if _TRAIT.match(plain):
        return Topic(chip, text, "trait")
    return Topic(chip, text, "quoted")


def _skill_in(text: str) -> Skill | None:
    """Return the one skill that a requirement is about."""
    skills = [mention.skill for mention in mentions_in(text)]
    asked = [skill for skill in skills if skill.name not in _PAPERS]
    return asked[0] if len(skills) == 1 and asked else None


def is_plural(phrase: str) -> bool:
    """Tell whether a phrase surely or perhaps names several things: "sales targets"."""
    return phrase.endswith("s") and not phrase.endswith(("ss", "sis", "ics"))


def _small(text: str) -> str:
    """Return a phrase with a small first letter, unless its first word is a name."""
    first = text.split(maxsplit=1)[0]
    is_plain = first[1:].islower() or len(first) == 1
    return text[:1].lower() + text[1:] if is_plain else text


def _few_words(text: str) -> str:
    words = text.split()
    return text if len(words) <= _MOST_WORDS else shortened(" ".join(words[:_MOST_WORDS]), _LONGEST)
