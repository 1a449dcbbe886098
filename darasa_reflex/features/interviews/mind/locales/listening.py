"""How candidates word what they want in other languages than English, told as in `wishes`.

The rules of a language are read in small letters without accents and marks: see `plainly`.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from darasa_reflex.features.interviews.mind.locales.address import Address
from darasa_reflex.features.interviews.mind.locales.clauses import Asks, meant
from darasa_reflex.features.interviews.mind.locales.intent import Intent

_SPELLED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "œ": "oe", "æ": "ae"})
_MOST_WORDS = 15


@dataclass(frozen=True, slots=True)
class Listening:
    """The rules of one language.

    Attributes:
        code: The language, as in ISO 639-1.
        wishes: What a whole clause says when it is no answer, the most certain first.
        empty: A clause that says nothing: courtesy, hesitation, an excuse.
        requests: How something is asked of the interviewer.
        address: How it is told that somebody is spoken to, though not what they are asked for.
        told: Words that only an answer has, read with their accents.
        insult: Somewhere in a short text.
        beginning: Words at the beginning that say nothing, each with a space behind it.
        ending: Courtesy at the end, with a space before it.
        facts: How people ask for what is true of the interview: see `asked_back`.
        who: That they ask who asks.
        courtesy: That they ask how the interviewer is.
        asks: How a question begins.
        nothing: How it begins that there are no questions.
        feedback: That they ask how it went, or goes on.
        here: That a question is about the job or who asks.
        order: An order to a language model.
    """

    code: str
    wishes: tuple[tuple[Intent, re.Pattern[str]], ...]
    empty: re.Pattern[str]
    requests: Asks
    address: Address
    told: re.Pattern[str] | None
    insult: re.Pattern[str]
    beginning: re.Pattern[str]
    ending: re.Pattern[str]
    facts: tuple[tuple[str, re.Pattern[str]], ...]
    who: re.Pattern[str]
    courtesy: re.Pattern[str]
    asks: re.Pattern[str]
    nothing: re.Pattern[str]
    feedback: re.Pattern[str]
    here: re.Pattern[str]
    order: re.Pattern[str]

    @classmethod
    def of(
        cls,
        code: str,
        wishes: Mapping[Intent, str],
        facts: Mapping[str, str],
        *,
        beginning: str,
        ending: str,
        excuse: str,
        request: str,
        reported: str,
        asks_us: str,
        begins_asking: str,
        told: str = "",
        **rules: str,
    ) -> "Listening":
        """Return the rules from their patterns."""
        return cls(
            code=code,
            wishes=tuple((intent, re.compile(f"(?:{text})")) for intent, text in wishes.items()),
            facts=tuple((fact, re.compile(f"(?:{text})")) for fact, text in facts.items()),
            empty=re.compile(rf"{beginning}|{ending}|{excuse}"),
            requests=Asks.of(request, reported),
            address=Address.of(asks=asks_us, begins=begins_asking, reported=reported),
            told=re.compile(rf"\b(?:{told})\b") if told else None,
            beginning=re.compile(rf"^(?:(?:{beginning})\b ?)+(?=\S)"),
            ending=re.compile(rf"(?: (?:{ending}))+$"),
            **{name: re.compile(rf"\b(?:{text})\b") for name, text in rules.items()},
        )

    def intent_of(self, text: str) -> Intent | None:
        """Return what the candidate wants; None when the text is an answer, or may be one."""
        plain = plainly(text)
        few = 0 < len(plain.split()) <= _MOST_WORDS
        if few and self.order.search(plain):
            return Intent.ASIDE
        if self.told and self.told.search(unicodedata.normalize("NFC", text).lower()):
            return None
        if intent := meant(plain, self.wishes, self.empty, self.requests):
            return intent
        return self._said_otherwise(text, plain) if few else None

    def _said_otherwise(self, text: str, plain: str) -> Intent | None:
        rest = self.bare(text)
        if self.insult.search(plain):
            return Intent.HOSTILE
        asked = text.rstrip().endswith("?") and self.asks.match(rest) and self.here.search(rest)
        return Intent.ASKS if asked else None

    def bare(self, text: str) -> str:
        """Return a text plainly, without what says nothing at its beginning and end."""
        return self.ending.sub("", self.beginning.sub("", plainly(text)))

    def fact_asked(self, text: str) -> str:
        """Return which fact of the interview a sentence asks for; empty when none."""
        rest, plain = self.bare(text), plainly(text)
        found = (fact for fact, asked in self.facts if asked.fullmatch(rest) or asked.match(plain))
        return next(found, "")

    def returns_courtesy(self, text: str) -> bool:
        """Whether a clause asks how the interviewer is, and nothing else."""
        said = (plainly(text), self.bare(text))
        return any(self.courtesy.fullmatch(one) is not None for one in said)

    def is_question(self, text: str) -> bool:
        """Whether the candidate asks something where they may."""
        plain = plainly(text)
        if "?" in text:
            return True
        return not self.nothing.match(plain) and self.asks.match(self.bare(text)) is not None


def plainly(text: str) -> str:
    """Return a text in small letters a to z, without accents and marks."""
    spelled = unicodedata.normalize("NFC", text).lower().translate(_SPELLED)
    letters = unicodedata.normalize("NFD", spelled)
    return " ".join(re.sub(r"[^a-z0-9]+", " ", re.sub(r"[\u0300-\u036f]", "", letters)).split())
