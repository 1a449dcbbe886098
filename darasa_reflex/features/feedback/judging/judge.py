"""The port of judges: who rates what was said."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

from darasa_reflex.core.words.sentences import ENGLISH
from darasa_reflex.core.words.stored import sentence
from darasa_reflex.features.feedback.found.steps import Found
from darasa_reflex.features.feedback.judging import evidence
from darasa_reflex.features.feedback.judging.evidence import Quote
from darasa_reflex.features.feedback.material import Material, Said

UNFOUND = sentence("Not enough evidence: what this rested on could not be found in your words.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """What a judge says of one category.

    Attributes:
        key: Of the category in the rubric; never the overall one, which is arithmetic.
        rating: 0 to 10, which only a judge that understands may give. None: not enough evidence,
            or unsure, for `reason`.
        found: What rules found of it, where no number is given; never beside one.
        counts: What `found` follows from, by name.
        reason: Plain sentences to the person; numbers in them come from code.
        next_step: One plain sentence.
        quotes: What drove it. Their texts are claims until `checked`.
        spread: Lowest and highest of several passes; None for a single pass.
        unsure: The passes disagreed too much for a number.
    """

    key: str
    rating: int | None
    reason: str
    next_step: str
    quotes: tuple[Quote, ...] = ()
    spread: tuple[int, int] | None = None
    unsure: bool = False
    found: Found | None = None
    counts: dict[str, int] = field(default_factory=dict[str, int])


@dataclass(frozen=True, slots=True)
class Flag:
    """Something in an answer that would worry an interviewer.

    Attributes:
        kind: "harm", "insult", "contradiction", "invented" or "wrong".
        told: A plain sentence to the person.
        quotes: Their words; of a contradiction both sides.
    """

    kind: str
    told: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """A requirement of the job that an answer speaks to.

    Attributes:
        whole: Whether something the person did proves it.
    """

    requirement: str
    whole: bool
    quote: Quote


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerRuling:
    """What a judge says of one answer.

    Attributes:
        turn: Index of the turn that asked.
        answered: "yes", "partly", "no" or "not able to judge".
        carried: What carried it, one or two sentences; may be empty.
        missing: What an interviewer would still want to know; may be empty.
        quotes: What carried it.
        flags: What would worry an interviewer.
        shown: Requirements it speaks to.
        stronger: Lines of a stronger answer from the person's own facts, in order.
    """

    turn: int
    answered: str
    carried: str = ""
    missing: str = ""
    quotes: tuple[Quote, ...] = ()
    flags: tuple[Flag, ...] = ()
    shown: tuple[Shown, ...] = ()
    stronger: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """All a judge says of an interview.

    Attributes:
        label: How the ratings came about, shown with them, as "by a language model".
        strengths: Strongest first; each stands only with its quote.
        improvements: Most useful first, without quotes.
        passes: How many independent passes the ratings rest on.
        overall_spread: Lowest and highest mean of a pass; None for a single pass.
        removed: Claims the judge's own code has dropped already, since no quote was found.
        model: Name of the language model; None without one.
        prompt_version: Of what the model was told; None without one.
        voice: How the voice came across, in words; None without consent or measurement.
        answers: What is said of each answer; empty from judges that rate categories alone.
        language: What a model wrote its sentences in, as in ISO 639-1.
    """

    label: str
    rulings: tuple[Ruling, ...]
    strengths: tuple[tuple[str, Quote], ...] = ()
    improvements: tuple[str, ...] = ()
    passes: int = 1
    overall_spread: tuple[float, float] | None = None
    removed: int = 0
    model: str | None = None
    prompt_version: str | None = None
    voice: str | None = None
    answers: tuple[AnswerRuling, ...] = ()
    language: str = ENGLISH


class Run(Protocol):
    """The feedback run a judge works for. Both calls tell that the judge is alive."""

    @property
    def kept(self) -> Mapping[str, Any]:
        """What was kept in this run so far, by workers that died too; JSON values by name."""
        ...

    async def step(self, words: str) -> None:
        """Tell the person what is being done, in at most 100 characters: text or `sentence`."""
        ...

    async def keep(self, name: str, value: Any) -> None:  # noqa: ANN401 (any JSON value)
        """Keep a JSON value, so that a worker that takes over need not make it again."""
        ...


class Judge(Protocol):
    """Rates interviews. Which one does is asked anew for each run."""

    @property
    def name(self) -> str:
        """What is stored with its runs: the name of its provider, or of whom it asks."""
        ...

    @property
    def label(self) -> str:
        """What it is, one short sentence."""
        ...

    @property
    def obstacle(self) -> str | None:
        """Why it cannot judge just now, as a sentence; None when it can."""
        ...

    async def judge(self, material: Material, run: Run) -> Verdict:
        """Return a verdict; blocks nothing: slow work happens elsewhere.

        A judge that is silent for longer than `leased.SILENCE_SECONDS` is given up.

        Raises:
            ServiceUnavailable: It cannot be asked, or broke off.
        """
        ...


def checked(verdict: Verdict, turns: Sequence[Said]) -> tuple[Verdict, int]:
    """Return the verdict with only the quotes that code finds, and how many were removed.

    A rating all of whose quotes are removed is withdrawn. What the judge's own code had dropped
    before is counted among the removed.
    """
    rulings = tuple(_checked(ruling, turns) for ruling in verdict.rulings)
    strengths = tuple(
        (text, found) for text, quote in verdict.strengths if (found := _found(quote, turns))
    )
    answers = tuple(_answer_checked(answer, turns) for answer in verdict.answers)
    before = sum(len(r.quotes) for r in verdict.rulings) + len(verdict.strengths)
    after = sum(len(r.quotes) for r in rulings) + len(strengths)
    removed = verdict.removed + before - after
    removed += sum(map(_claims, verdict.answers)) - sum(map(_claims, answers))
    return replace(verdict, rulings=rulings, strengths=strengths, answers=answers), removed


def _answer_checked(answer: AnswerRuling, turns: Sequence[Said]) -> AnswerRuling:
    """Return what is said of an answer, without what stands on words that are not found."""

    def stand(quotes: Sequence[Quote]) -> bool:
        return all(_found(quote, turns) for quote in quotes)

    return replace(
        answer,
        quotes=tuple(found for quote in answer.quotes if (found := _found(quote, turns))),
        flags=tuple(flag for flag in answer.flags if flag.quotes and stand(flag.quotes)),
        shown=tuple(one for one in answer.shown if stand([one.quote])),
    )


def _claims(answer: AnswerRuling) -> int:
    return len(answer.quotes) + len(answer.flags) + len(answer.shown)


def _checked(ruling: Ruling, turns: Sequence[Said]) -> Ruling:
    quotes = tuple(found for quote in ruling.quotes if (found := _found(quote, turns)))
    if ruling.quotes and not quotes:
        return replace(
            ruling, rating=None, reason=UNFOUND, quotes=(), spread=None, unsure=False
        )  # fmt: skip
    return replace(ruling, quotes=quotes)


def _found(quote: Quote, turns: Sequence[Said]) -> Quote | None:
    return evidence.find(quote.text, turns, quote.shows, quote.turn)
