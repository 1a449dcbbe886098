"""What to practise next: each exercise points at an answer, and is given only where it is open."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from darasa_reflex.core.words.marks import marked
from darasa_reflex.core.words.stored import Sentence, joined, sentence, sentences
from darasa_reflex.features.answers import words
from darasa_reflex.features.answers.cues.telling import ALWAYS
from darasa_reflex.features.answers.manner import Manner
from darasa_reflex.features.answers.parts import Part
from darasa_reflex.features.feedback.exchanges import Kind
from darasa_reflex.features.feedback.found.answered import Answer
from darasa_reflex.features.feedback.found.rules import is_alarming
from darasa_reflex.features.feedback.found.strip import asks_for_parts, strip

MOST = 3
_MOST_QUOTED = 3
_FEWEST_HEDGES = 2
# Of answers with less every part is missing, and the longer ones can be told better.
_FEWEST_WORDS = 8
DONE = sentence(
    "Our word rules have nothing to add. Tell one answer again to somebody who knows the work, and "
    "let them ask."
)
# In the order of how much they tell an interviewer.
_TELL = {
    "Result": marked("Tell answer {answer} again and end with what came of it, good or bad."),
    "Your part": marked("Tell answer {answer} again and say what you did yourself."),
    "Example": marked("Add to answer {answer} one time you really did it."),
    "Method": marked("Tell answer {answer} again as steps, in the order you take them."),
    "Why": marked("Say in answer {answer} what led to it, or why you did it your way."),
    "Reason": marked("Say in answer {answer} why you do it this way."),
    "Situation": marked("Begin answer {answer} with when and where it was, in one sentence."),
}


def exercises(answers: Sequence[Answer], own_questions: int | None) -> tuple[str, ...]:
    """Return up to three exercises, most useful first; none that was followed already."""
    found = list(dict.fromkeys(_open(answers, own_questions)))
    return tuple(found[:MOST])


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence, and the numbers of the answers that it names; both may be empty."""

    text: str = ""
    answers: tuple[int, ...] = ()


def gap(answers: Sequence[Answer]) -> Line:
    """Return which part was found least, and in which answers it was not; may be empty."""
    lacking: dict[str, list[int]] = {}
    asked: Counter[str] = Counter()
    for answer in answers:
        for shown in strip(answer):
            asked[shown.name] += 1
            if shown.sentence is None:
                lacking.setdefault(shown.name, []).append(answer.number)
    if not lacking:
        return Line()
    name = max(lacking, key=lambda part: (len(lacking[part]), -list(_TELL).index(part)))
    told = sentence(
        "{part}: our word rules found none in {answers}.",
        part=sentence(name),
        answers=_numbered(lacking[name]),
    )
    return Line(told, tuple(lacking[name]))


def complete(answers: Sequence[Answer]) -> Line:
    """Return in which answers every part was found; a count, no praise. May be empty."""
    whole = [
        answer.number
        for answer in answers
        if (shown := strip(answer))
        and answer.exchange.kind.asks_for_deeds
        and asks_for_parts(answer)
        and all(part.sentence for part in shown)
        and not is_alarming(answer)
    ]
    if whole:
        told = sentence("Words for every part were found in {answers}.", answers=_numbered(whole))
        return Line(told, tuple(whole))
    acted = [a.number for a in answers if a.exchange.kind.asks_for_deeds and _acts(a)]
    if not acted:
        return Line()
    told = sentence("Something you did yourself was found in {answers}.", answers=_numbered(acted))
    return Line(told, tuple(acted))


def _open(answers: Sequence[Answer], own_questions: int | None) -> Iterator[str]:
    deeds = [a for a in answers if a.exchange.kind.asks_for_deeds and asks_for_parts(a)]
    read = [answer for answer in deeds if answer.reading.sentences]
    yield from _once((_ours, _unchecked, _light), read)
    yield from _parts(read)
    yield from _once((_hedged, _absolute, _untested), read)
    if own_questions == 0:
        yield sentence("Prepare two questions about the work, and ask them at the end.")


def _once(rules: Sequence[Callable[[Answer], str]], answers: Sequence[Answer]) -> Iterator[str]:
    """Yield each exercise for one answer: the same sentence of several is read as idle."""
    for rule in rules:
        told = (rule(answer) for answer in answers)
        yield from islice((text for text in told if text), 1)


def _ours(answer: Answer) -> str:
    told = sentence(
        "Answer {answer} says “we” and never “I”. Say which part of it was yours.",
        answer=answer.number,
    )
    return told if answer.is_only_ours else ""


def _unchecked(answer: Answer) -> str:
    said = _quoted(answer, Manner.NO_CARE)
    if not said or answer.shows(Manner.CHANGE):
        return ""
    return sentence(
        "Answer {answer} says {said}. An interviewer may ask about it: say why, and what you would "
        "do today.",
        answer=answer.number,
        said=said[0],
    )


def _light(answer: Answer) -> str:
    said = _quoted(answer, Manner.SHORTCUT)
    told = answer.shows(Manner.CARE) or Part.NUMBER in answer.reading.parts
    if not said or told:  # what it would be told with is there
        return ""
    return sentence(
        "Answer {answer} says {said}. Tell it again with what you looked at, counted or asked.",
        answer=answer.number,
        said=_listed(said),
    )


def _hedged(answer: Answer) -> str:
    said = _quoted(answer, Manner.HEDGE)
    if len(said) < _FEWEST_HEDGES:
        return ""
    return sentence(
        "Answer {answer} says {said}. Leave them out where you do know.",
        answer=answer.number,
        said=_listed(said),
    )


def _absolute(answer: Answer) -> str:
    said = any(ALWAYS.search(words.plain(s.text)) for s in answer.reading.counted)
    told = sentence(
        "Answer {answer} says “always”. Tell one time it was so, instead.", answer=answer.number
    )
    return told if said else ""


def _untested(answer: Answer) -> str:
    if answer.shows(Manner.CARE) or answer.exchange.kind is not Kind.EXPERIENCE:
        return ""
    return sentence(
        "Say in answer {answer} how you found out whether it had worked.", answer=answer.number
    )


def _parts(answers: Sequence[Answer]) -> Iterator[str]:
    fullest = sorted(answers, key=lambda answer: answer.reading.word_count < _FEWEST_WORDS)
    for name, told in _TELL.items():
        for answer in fullest:
            if any(part.name == name and part.sentence is None for part in strip(answer)):
                yield sentence(told, answer=answer.number)
                break


def _acts(answer: Answer) -> bool:
    return Part.ACTION in answer.reading.parts and not is_alarming(answer)


def _quoted(answer: Answer, manner: Manner) -> list[str]:
    said = answer.words_of(manner)[:_MOST_QUOTED]
    return [sentence("“{words}”", words=words.cased(one)) for one in said]


def _listed(items: Sequence[str]) -> str:
    if len(items) == 1:
        return items[0]
    return sentence("{some} and {last}", some=joined(list(items[:-1]), ", "), last=items[-1])


def _numbered(numbers: Sequence[int]) -> Sentence:
    """Return answers by their numbers, as they stand after "in"."""
    listed = _listed([str(number) for number in numbers])
    return sentences("answer {numbers}", "answers {numbers}", len(numbers), numbers=listed)
