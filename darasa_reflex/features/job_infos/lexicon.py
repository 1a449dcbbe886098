"""The skills we know by name, read from `skills.tsv` once."""

import re
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib import resources

from rapidfuzz.distance import OSA

# Families whose names are technical, so that a lone "R" or "Go" beside them is one, too.
TECHNICAL = frozenset({"language", "framework", "database", "cloud", "data", "testing", "method"})
WORD = re.compile(
    r"\.NET\b|[^\W_]+(?:(?:\.(?=(?:js|net|NET|io)\b)|\.(?=\d)|&(?=[A-Z])"
    r"|['\u2019](?=[a-z]))[^\W_]+)*[+#]*"
)
_SPELLINGS = (
    (re.compile(r"iz(?=(?:e|ed|er|es|ing|ation|ations)$)"), "is"),
    (re.compile(r"^(model|label|travel|counsel)(?=(?:ed|ing|er|or)$)"), r"\1l"),
    (re.compile(r"^(behavi|col|lab|fav)or"), r"\1our"),
    (re.compile(r"license"), "licence"),
    (re.compile(r"^center"), "centre"),
)
# Shorter words have too many neighbours in English. Source: a run over the words of CMUdict.
_FUZZY_FROM = 7
_PLURAL_FROM = 4
_TWO_ERRORS_FROM = 10
# English words as near to a name as its misspellings; source: the same run.
_WORDS = re.compile(
    r"annular|assembled?|closure|cloture|expresse|expresso?|firestone|firestorm|jupiter|magenta"
    r"|pedantic|posture|promethium|solidarity|solidify|tableaux|telescript"
)


@dataclass(frozen=True, slots=True)
class Skill:
    """A skill of the lexicon.

    Attributes:
        name: As it stands within a sentence: "Python", "stakeholder management".
        family: What kind of skill it is: "language", "health", "people", …
        label: As it stands alone: "Stakeholder management".
    """

    name: str
    family: str
    label: str


@dataclass(frozen=True, slots=True)
class Name:
    """One of the names of a skill.

    Attributes:
        exact: Letters it must have as they are; empty when any case will do.
        shy: It is also an ordinary word or letter and counts only beside a technical name.
    """

    skill: Skill
    exact: str = ""
    shy: bool = False


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All names of all skills.

    Attributes:
        names: From folded words to what they name.
        longest: First word to the most words a name that begins with it has.
        spelled: First letter to the single-word names that may be misspelled.
    """

    names: dict[tuple[str, ...], tuple[Name, ...]]
    longest: dict[str, int]
    spelled: dict[str, list[str]] = field(default_factory=dict[str, list[str]])

    def misspelled(self, word: str) -> Skill | None:
        """Return the skill a folded word is a misspelling of, if it is surely one."""
        if len(word) < _FUZZY_FROM or _WORDS.fullmatch(word):
            return None
        allowed = 2 if len(word) >= _TWO_ERRORS_FROM else 1
        best = min(
            (
                (distance, name)
                for name in self.spelled.get(word[0], ())
                if (distance := OSA.distance(word, name, score_cutoff=allowed)) <= allowed
            ),
            default=None,
        )
        return self.names[(best[1],)][0].skill if best else None


@lru_cache(maxsize=20_000)
def fold(word: str) -> str:
    """Return a word without case, plural and the differences of British and American spelling."""
    if word[-1:] == "s" and word[:-1].isupper():
        word = word[:-1]
    word = word.lower().replace("\u2019", "'").removesuffix("'s")
    for american, british in _SPELLINGS:
        word = american.sub(british, word)
    if len(word) >= _PLURAL_FROM and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


@lru_cache(maxsize=5_000)
def folded(text: str) -> tuple[str, ...]:
    """Return the folded words of a text."""
    return tuple(fold(word) for word in WORD.findall(text))


def known(text: str) -> Skill | None:
    """Return the skill that a whole text names, in whatever case; None when it names none."""
    found = lexicon().names.get(folded(text))
    return found[0].skill if found else None


@cache
def lexicon() -> Lexicon:
    """Return the lexicon, read at the first call (about 20 ms)."""
    names: dict[tuple[str, ...], tuple[Name, ...]] = {}
    text = resources.files("darasa_reflex.features.job_infos").joinpath("skills.tsv").read_text()
    for line in text.splitlines():
        if not line.startswith("# "):
            for words, name in _names(line):
                names[words] = (*names.get(words, ()), name)
    spelled: dict[str, list[str]] = {}
    for words, meanings in names.items():
        if _is_spellable(words, meanings[0]):
            spelled.setdefault(words[0][0], []).append(words[0])
    longest: dict[str, int] = {}
    for words in names:
        longest[words[0]] = max(len(words), longest.get(words[0], 0))
    return Lexicon(names, longest, spelled)


def _names(line: str) -> list[tuple[tuple[str, ...], Name]]:
    name, family, *others = line.split("\t")
    skill = _skill(name, family)
    written = [name, *(others[0].split(", ") if others else ())]
    return [_name(skill, one) for one in written]


def _name(skill: Skill, written: str) -> tuple[tuple[str, ...], Name]:
    bare = written.lstrip("=+!")
    exact = bare if written[0] in "=+" else ""
    return folded(bare), Name(skill, exact, shy=written[0] == "+")


def _skill(written: str, family: str) -> Skill:
    name = written.lstrip("=+!")
    keeps_case = written[0] == "!" or any(letter.isupper() for letter in name.split()[0])
    return Skill(name, family, name if keeps_case else name[0].upper() + name[1:])


def _is_spellable(words: tuple[str, ...], name: Name) -> bool:
    """Whether near misses of it are misspellings: of names of products they are, of words not."""
    if len(words) != 1 or len(words[0]) < _FUZZY_FROM or name.exact:
        return False
    proper = any(letter.isupper() for letter in name.skill.name)
    return proper and words[0][:3] == fold(name.skill.name)[:3]
