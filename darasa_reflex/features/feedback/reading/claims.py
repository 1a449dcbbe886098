"""All that a report says of words of the person, each with the words it rests on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from darasa_reflex.core.words.marks import marked
from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.features.feedback.judging.evidence import Quote
from darasa_reflex.features.feedback.material import Said
from darasa_reflex.features.feedback.report.coverage import State
from darasa_reflex.features.feedback.report.report import CoverageRow, Report

_COVERED: dict[str, str] = {
    State.NAMED: marked("Names {requirement}"),
    State.SHOWN: marked("Shows {requirement}"),
    State.PARTLY: marked("Shows in part {requirement}"),
}
_SPEAKS = marked("Speaks of {requirement}")


@dataclass(frozen=True, slots=True)
class Claim:
    """Something told of some words.

    Attributes:
        turn: Index of their turn.
        begin: Of their first letter in it.
        end: Behind their last letter; as `begin` where only the place is known.
        told: What they show, as a few words or a sentence; may be empty.
        at_ms: When they were said; None when not known.
        worry: It would worry an interviewer.
    """

    turn: int
    begin: int
    end: int
    told: str
    at_ms: int | None = None
    worry: bool = False


def claims(report: Report, turns: Sequence[Said]) -> list[Claim]:
    """Return what a report says of words that stand in these turns, each thing once.

    Words that are not where they were, since the transcript was completed later, are looked for in
    the other turns of the person.
    """
    found = [
        (quote, Claim(turn.index, begin, begin + len(quote.text), text, quote.at_ms, worry))
        for quote, text, worry in _quoted(report)
        for turn, begin in _where(quote, turns)
    ]
    # Places alone have no words by which they could be looked for.
    moved = any(quote.turn != claim.turn for quote, claim in found)
    told = [claim for _, claim in found]
    if not moved:
        told += _placed(report)
    return list(dict.fromkeys(told))


def _quoted(report: Report) -> Iterator[tuple[Quote, str, bool]]:
    found: list[tuple[Quote | None, str, bool]] = []
    for row in report.questions:
        found += [(q, _worry(flag.told), True) for flag in row.flags for q in flag.quotes]
        found += [(part.quote, _(part.name), False) for part in row.parts]
        found += [(quote, quote.shows, False) for quote in row.quotes]
    found += [(point.quote, point.text, False) for point in (report.top.strongest,)]
    found += [(point.quote, point.text, False) for point in report.strengths]
    for result in report.categories:
        found += [(q, _of(_(result.title), q.shows), False) for q in result.quotes]
    found += [(row.quote, _covered(row), False) for row in report.coverage]
    yield from ((quote, text, worry) for quote, text, worry in found if quote)


def _covered(row: CoverageRow) -> str:
    return _(_COVERED.get(row.state, _SPEAKS), requirement=row.requirement)


def _worry(told: str) -> str:
    return _("Would worry an interviewer: {told}", told=told)


def _placed(report: Report) -> Iterator[Claim]:
    """Yield what was found in words that are quoted for something else."""
    parts = [part for row in report.questions for part in row.parts]
    told = [(part.quote, part.place, _(part.name)) for part in parts]
    told += [(row.quote, row.place, _covered(row)) for row in report.coverage]
    for quote, place, text in told:
        if quote is None and place:
            yield Claim(place[0], place[1], place[1], text)


def _where(quote: Quote, turns: Sequence[Said]) -> list[tuple[Said, int]]:
    """Return the turn and the letter where a quote begins; empty where it stands nowhere."""
    own = [turn for turn in turns if turn.is_candidate]
    nearest = sorted(own, key=lambda turn: abs(turn.index - quote.turn))
    return [(turn, turn.text.find(quote.text)) for turn in nearest if quote.text in turn.text][:1]


def _of(title: str, shows: str) -> str:
    return f"{title}: {shows}" if shows else title
