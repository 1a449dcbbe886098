"""Which sentences are quoted, and for what."""

from collections.abc import Mapping, Sequence

from darasa_reflex.features.feedback import words
from darasa_reflex.features.feedback.cues.answers import Answer
from darasa_reflex.features.feedback.cues.sentence_cues import Cue, Flaw, Marked
from darasa_reflex.features.feedback.judging.evidence import LEAST_WORDS, Quote, shortened

_MOST_QUOTES = 3
_LED_BY: Mapping[str, tuple[Cue, ...]] = {
    "communication_clarity": (Cue.REASON, Cue.RESULT, Cue.DETAIL),
    "confidence_emotional_state": (Cue.ACTION, Cue.REFLECTION, Cue.REASON),
    "response_quality": tuple(Cue),
    "engagement_interaction": (Cue.DETAIL, Cue.TIE, Cue.ACTION),
    "role_fit": (Cue.TIE,),
}
_AGAINST: Mapping[str, tuple[Flaw, ...]] = {
    "communication_clarity": (Flaw.REPEAT, Flaw.OFF_TOPIC),
    "confidence_emotional_state": (),
    "response_quality": (Flaw.GENERALITY, Flaw.BOAST, Flaw.REPEAT),
    "engagement_interaction": (Flaw.OFF_TOPIC,),
    "role_fit": (Flaw.GENERALITY, Flaw.LISTING),
}


def quotes_for(key: str, answers: Sequence[Answer]) -> tuple[Quote, ...]:
    """Return up to three quotes that drove a category, the strongest of different answers first.

    Where nothing speaks for the person, what speaks against them is quoted, and named so.
    """
    cues = _LED_BY[key]
    best = [(_weight(m, cues), n, m) for n, a in enumerate(answers) for m in _best(a, cues)]
    best.sort(key=lambda entry: (-entry[0], entry[1]))
    quotes = [_quote(marked, _named(marked, cues)) for _, _, marked in best[:_MOST_QUOTES]]
    if key == "confidence_emotional_state":
        hedged = [m for a in answers for m in a.marked if m.hedges > 1 and _is_quotable(m)]
        quotes = quotes[:2] + [_quote(m, "hedged") for m in hedged[:1]]
    if not quotes:
        against = [m for a in answers for m in a.flaws(*_AGAINST[key]) if _is_quotable(m)]
        quotes = [_quote(m, m.flaw.value) for m in against[:_MOST_QUOTES] if m.flaw]
    return tuple(quotes)


def strengths_of(answers: Sequence[Answer]) -> tuple[tuple[str, Quote], ...]:
    """Return up to three strengths with their quotes, strongest first."""
    ranked = [m for a in answers for m in a.proof if m.evidence.get(Cue.ACTION, 0) or _ends(m)]
    ranked.sort(key=lambda m: (-_weight(m, tuple(Cue)), m.sentence.turn))
    kept = [m for m in ranked if _weight(m, tuple(Cue)) >= 2 and _is_quotable(m)][:_MOST_QUOTES]  # noqa: PLR2004
    return tuple((f"You showed {_listed(m)}.", _quote(m, _listed(m))) for m in kept)


def _ends(marked: Marked) -> bool:
    return bool(marked.evidence.get(Cue.RESULT, 0))


def _best(answer: Answer, cues: Sequence[Cue]) -> list[Marked]:
    fit = [m for m in answer.proof if _weight(m, cues) and _is_quotable(m)]
    return [max(fit, key=lambda m: _weight(m, cues))] if fit else []


def _is_quotable(marked: Marked) -> bool:
    return words.count(marked.sentence.text) >= LEAST_WORDS


def _weight(marked: Marked, cues: Sequence[Cue]) -> float:
    total = sum(s for cue, s in marked.evidence.items() if cue not in {Cue.EXAMPLE, Cue.PLAN})
    return total if any(marked.evidence.get(cue) for cue in cues) else 0.0


def _named(marked: Marked, cues: Sequence[Cue]) -> str:
    return next((cue.value for cue in cues if marked.evidence.get(cue)), "")


def _listed(marked: Marked) -> str:
    hidden = {Cue.EXAMPLE, Cue.PLAN, Cue.TIE}
    shown = [cue.value for cue in Cue if marked.evidence.get(cue) and cue not in hidden][:3]
    if not shown:
        return Cue.PLAN.value
    return " and ".join([", ".join(shown[:-1]), shown[-1]]) if len(shown) > 1 else shown[0]


def _quote(marked: Marked, shows: str) -> Quote:
    return Quote(marked.sentence.turn, shortened(marked.sentence.text), None, shows)
