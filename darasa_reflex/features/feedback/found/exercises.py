"""What to practise next: each exercise points at an answer, and is given only where it is open."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from darasa_reflex.features.answers import words
from darasa_reflex.features.answers.cues.telling import ALWAYS
from darasa_reflex.features.answers.manner import Manner
from darasa_reflex.features.answers.parts import Part
from darasa_reflex.features.feedback.exchanges import Kind
from darasa_reflex.features.feedback.found.answered import Answer
from darasa_reflex.features.feedback.found.rules import is_alarming
from darasa_reflex.features.feedback.found.strip import strip

MOST = 3
_MOST_QUOTED = 3
_FEWEST_ANSWERS_TOLD = 2
DONE = (
    "Our word rules have nothing to add. Tell one answer again to somebody who knows the work, and "
    "let them ask."
)
# In the order of how much they tell an interviewer.
_TELL = {
    "Result": "Tell answer {} again and end with what came of it, good or bad.",
    "Your part": "Tell answer {} again and say what you did yourself.",
    "Example": "Add to answer {} one time you really did it.",
    "Method": "Tell answer {} again as steps, in the order you take them.",
    "Why": "Say in answer {} what led to it, or why you did it your way.",
    "Reason": "Say in answer {} why you do it this way.",
    "Situation": "Begin answer {} with when and where it was, in one sentence.",
}


def exercises(answers: Sequence[Answer], own_questions: int | None) -> tuple[str, ...]:
    """Return up to three exercises, most useful first; none that was followed already."""
    found = list(dict.fromkeys(_open(answers, own_questions)))
    return tuple(found[:MOST])


def gap(answers: Sequence[Answer]) -> str:
    """Return which part was found least, and in which answers it was not; may be empty."""
    lacking: dict[str, list[int]] = {}
    asked: Counter[str] = Counter()
    for answer in answers:
        for shown in strip(answer):
            asked[shown.name] += 1
            if shown.sentence is None:
                lacking.setdefault(shown.name, []).append(answer.number)
    if not lacking:
        return ""
    name = max(lacking, key=lambda part: (len(lacking[part]), -list(_TELL).index(part)))
    return f"{name}: our word rules found none in {_numbered(lacking[name])}."


def complete(answers: Sequence[Answer]) -> str:
    """Return in which answers every part was found; a count, no praise. May be empty."""
    whole = [
        answer.number
        for answer in answers
        if (shown := strip(answer))
        and answer.exchange.kind.asks_for_deeds
        and all(part.sentence for part in shown)
        and not is_alarming(answer)
    ]
    if whole:
        return f"Words for every part were found in {_numbered(whole)}."
    acted = [a.number for a in answers if a.exchange.kind.asks_for_deeds and _acts(a)]
    return f"Something you did yourself was found in {_numbered(acted)}." if acted else ""


def _open(answers: Sequence[Answer], own_questions: int | None) -> Iterator[str]:
    deeds = [answer for answer in answers if answer.exchange.kind.asks_for_deeds]
    read = [answer for answer in deeds if answer.reading.sentences]
    yield from _once((_ours, _unchecked, _light), read)
    yield from _parts(read)
    yield from _once((_hedged, _absolute, _untested), read)
    if own_questions == 0:
        yield "Prepare two questions about the work, and ask them at the end."


def _once(rules: Sequence[Callable[[Answer], str]], answers: Sequence[Answer]) -> Iterator[str]:
    """Yield each exercise for one answer: the same sentence of several is read as idle."""
    for rule in rules:
        told = (rule(answer) for answer in answers)
        yield from islice((text for text in told if text), 1)


def _ours(answer: Answer) -> str:
    told = f"Answer {answer.number} says “we” and never “I”. Say which part of it was yours."
    return told if answer.is_only_ours else ""


def _unchecked(answer: Answer) -> str:
    said = _quoted(answer, Manner.NO_CARE)
    if not said or answer.shows(Manner.CHANGE):
        return ""
    step = "An interviewer may ask about it: say why, and what you would do today."
    return f"Answer {answer.number} says {said[0]}. {step}"


def _light(answer: Answer) -> str:
    said = _quoted(answer, Manner.SHORTCUT)
    step = "Tell it again with what you looked at, counted or asked."
    return f"Answer {answer.number} says {_listed(said)}. {step}" if said else ""


def _hedged(answer: Answer) -> str:
    said = _quoted(answer, Manner.HEDGE)
    step = "Leave them out where you do know."
    return f"Answer {answer.number} says {_listed(said)}. {step}" if len(said) > 1 else ""


def _absolute(answer: Answer) -> str:
    said = any(ALWAYS.search(words.plain(s.text)) for s in answer.reading.counted)
    step = "Tell one time it was so, instead."
    return f"Answer {answer.number} says “always”. {step}" if said else ""


def _untested(answer: Answer) -> str:
    if answer.shows(Manner.CARE) or answer.exchange.kind is not Kind.EXPERIENCE:
        return ""
    return f"Say in answer {answer.number} how you found out whether it had worked."


def _parts(answers: Sequence[Answer]) -> Iterator[str]:
    for name, told in _TELL.items():
        for answer in answers:
            if any(part.name == name and part.sentence is None for part in strip(answer)):
                yield told.format(answer.number)
                break


def _acts(answer: Answer) -> bool:
    return Part.ACTION in answer.reading.parts and not is_alarming(answer)


def _quoted(answer: Answer, manner: Manner) -> list[str]:
    return [f"“{words.cased(said)}”" for said in answer.words_of(manner)][:_MOST_QUOTED]


def _listed(items: Sequence[str]) -> str:
    return " and ".join([", ".join(items[:-1]), items[-1]]) if len(items) > 1 else items[0]


def _numbered(numbers: Sequence[int]) -> str:
    if len(numbers) < _FEWEST_ANSWERS_TOLD:
        return f"answer {numbers[0]}"
    return f"answers {_listed([str(number) for number in numbers])}"
