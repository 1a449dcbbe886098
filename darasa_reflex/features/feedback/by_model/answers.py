"""From what a model says of one answer to what may be shown of that."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from darasa_reflex.core.words.marks import marked
from darasa_reflex.core.words.stored import joined, sentence
from darasa_reflex.features.answers import words
from darasa_reflex.features.feedback.by_model import instructions
from darasa_reflex.features.feedback.by_model.ground import Ground
from darasa_reflex.features.feedback.by_model.outline import JOINING, MOST_LINES, line_of
from darasa_reflex.features.feedback.by_model.shapes import JudgedAnswer, RedFlag, Touched
from darasa_reflex.features.feedback.exchanges import Exchange
from darasa_reflex.features.feedback.judging.judge import AnswerRuling, Flag, Shown
from darasa_reflex.features.language_models.task import Task

NOT_ABLE = "not able to judge"
_LONGEST_NAME = 100
# Where the model's own sentence does not stand, the quote still does.
_FLAG_WORDS = {
    "harm": sentence("This tells of harm, or of a rule that was broken."),
    "insult": sentence("This speaks of people with contempt."),
    "contradiction": sentence("These two do not fit together."),
    "invented": sentence("This sounds made up to somebody who hears it."),
    "wrong": sentence("The model is sure that this is technically wrong. Check it."),
}
# What a line of an outline tells.
_PARTS = {
    "situation": marked("Situation"),
    "task": marked("Task"),
    "action": marked("Action"),
    "result": marked("Result"),
}
_MOST_QUOTES, _MOST_FLAGS, _MOST_READ = 3, 4, 10
_LEAST_STEM = 4


def task() -> Task[JudgedAnswer]:
    """Return what is asked of each answer, to be written in the language of `prose.writing`."""
    return Task(
        name="answer", instruction=instructions.answer(), shape=JudgedAnswer, most_tokens=8_192
    )


@dataclass(frozen=True, slots=True)
class AnswerReader:
    """Reads judgements of answers of one interview."""

    ground: Ground

    def ruling(self, exchange: Exchange, judged: JudgedAnswer) -> tuple[AnswerRuling, int]:
        """Return what may be shown of a judgement, and how many claims of it do not stand."""
        turn = exchange.asked[0].index
        if judged.answered == "cannot tell":
            return AnswerRuling(turn=turn, answered=NOT_ABLE), 0
        own = [said.text for said in exchange.answered]
        found = [self.ground.quote(q, turns=exchange.answered) for q in judged.quotes[:_MOST_READ]]
        quotes = tuple(dict.fromkeys(quote for quote in found if quote))
        # What does not answer the question carries nothing: the two cannot both be shown.
        praised = quotes and judged.answered != "no"
        carried, lost = self._told(judged.carried if praised else "", own)
        missing, lost_too = self._told(judged.missing, [*own, exchange.question])
        flags = tuple(self.flags(judged.red_flags))
        shown = tuple(self._shown(exchange, judged.requirements[:_MOST_READ]))
        stronger = tuple(dict.fromkeys(self._lines(exchange, judged)))
        removed = found.count(None) + lost + lost_too + bool(judged.carried and not praised)
        removed += len(judged.red_flags) - len(flags) + len(judged.requirements) - len(shown)
        removed += len(judged.stronger) - len(stronger)
        return AnswerRuling(
            turn=turn, answered=judged.answered, carried=carried, missing=missing,
            quotes=quotes[:_MOST_QUOTES], flags=flags, shown=shown, stronger=stronger,
        ), removed  # fmt: skip

    def flags(self, told: Sequence[RedFlag]) -> Iterator[Flag]:
        """Yield the red flags whose words stand; what a model is not sure of is none."""
        for one in told[:_MOST_FLAGS]:
            quote = self.ground.quote(one.quote)
            other = self.ground.quote(one.other_quote) if one.other_quote else None
            if quote is None or one.sure != "sure":
                continue
            both = one.kind == "contradiction"
            if both and (other is None or other == quote):
                continue
            quotes = (quote, other) if both and other else (quote,)
            said = [q.text for q in quotes]
            text = self.ground.sifted(one.told, said).text
            rests = _rests_on(text, said)
            yield Flag(one.kind, text if text and rests else _FLAG_WORDS[one.kind], quotes)

    def _told(self, text: str, beside: Sequence[str]) -> tuple[str, int]:
        """Return sentences that name words of the answer or the question, and how many do not."""
        sifted = self.ground.sifted(text, beside)
        named = _stems(" ".join(beside))
        echo = any(words.plain(sifted.text) in words.plain(said) for said in beside)
        if sifted.text and (echo or not named & _stems(sifted.text)):
            return "", sifted.dropped + 1
        return sifted.text, sifted.dropped

    def _shown(self, exchange: Exchange, told: Sequence[Touched]) -> Iterator[Shown]:
        names = {name.casefold(): name for name in self.ground.material.job.requirements}
        for one in told:
            name = names.get(one.requirement.strip().casefold())
            quote = self.ground.quote(one.quote, turns=exchange.answered)
            if name and quote:
                yield Shown(name, one.state == "shown", quote)

    def _lines(self, exchange: Exchange, judged: JudgedAnswer) -> Iterator[str]:
        turns = [turn for turn in exchange.answered if turn.from_text or not turn.rough]
        for line in judged.stronger[:MOST_LINES]:
            if stands := line_of(line.text, line.own_words, turns):
                yield joined([sentence(_PARTS[line.part]), stands], ": ")


def confirmed(ruling: AnswerRuling, again: Sequence[Flag]) -> AnswerRuling:
    """Return what is said of an answer with the red flags that a later look raised as well.

    An accusation by one look alone is not shown: small models accuse at random.

    Args:
        ruling: Of the look at the answer.
        again: Of the looks at the whole interview.
    """

    def raised(flag: Flag) -> bool:
        own = {quote.turn for quote in flag.quotes}
        return any(
            other.kind == flag.kind and own & {quote.turn for quote in other.quotes}
            for other in again
        )

    return replace(ruling, flags=tuple(flag for flag in ruling.flags if raised(flag)))


def stored_name(model: str) -> str:
    """Return the name of a model as it stands beside what it said: without its maker's path."""
    return model.rsplit("/", 1)[-1][:_LONGEST_NAME]


def _rests_on(text: str, said: Sequence[str]) -> bool:
    """Tell whether half of what an accusation names was said; else it is the model's own."""
    named = _stems(text)
    return 2 * len(named & _stems(" ".join(said))) >= len(named)


def _stems(text: str) -> set[str]:
    terms = (term for term in words.terms(text) if term not in JOINING)
    return {stem for term in terms if len(stem := words.stem(term)) >= _LEAST_STEM}
