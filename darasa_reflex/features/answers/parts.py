"""The parts of an answer: what is found of them by words, and the sentence it stands in.

Rules find words, not meaning. What is not found may be there all the same; pages must say so.
"""

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum

from darasa_reflex.features.answers import actions, words
from darasa_reflex.features.answers.cues import story
from darasa_reflex.features.answers.cues.phrase import any_of
from darasa_reflex.features.answers.lexicon import verbs
from darasa_reflex.features.answers.words import Sentence


class Part(StrEnum):
    """A part that an answer may have."""

    SITUATION = "situation"
    ACTION = "own action"
    SHARED = "action of a group"
    STEP = "step or plan"
    CASE = "one time it happened"
    REASON = "reason"
    RESULT = "result"
    REFLECTION = "reflection"
    NUMBER = "number"


_WORDS_FOR_NUMBERS = (
    r"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
    r"seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|"
    r"thousands?|millions?|billions?|percent|per cent|zero|half|twice|doubled?|halved|tripled?|"
    r"dozens?|thirds?|"
    r"(?<!every )(?<!each )(?<!last )(?<!next )(?<!this )(?<!per )quarters?|fifths?|tenths?"
)
# What is written onto a number; any other letter makes it a name: "8C", "9A".
_UNITS = (
    r"st|nd|rd|th|k|m|bn|kg|g|mg|ml|l|km|cm|mm|ms|s|h|hrs?|mins?|[gtmk]b|x|p|v|w|kw|kwh|k?hz|ft|am|pm|"
    r"wpm|fps|px"
)
NUMBER = re.compile(
    rf"(?<![\w.:])(?:[$€£]\s?)?\d(?:[\d.,:]*\d)?(?:\s?%|\s(?:percent|per cent)\b|(?:{_UNITS})\b)?"
    r"(?![a-z\d])|"
    rf"(?<![\w'])(?:one (?:point |(?=hundred|thousand|million)))?(?:{_WORDS_FOR_NUMBERS})"
    rf"(?:[- ](?:(?:and )?a |and |point )?(?:{_WORDS_FOR_NUMBERS}|one)\b)*(?![\w'])"
)
_OPENING = re.compile(r"^(?:(?:yes|yeah|well|okay|ok|sure|um|uh|er|erm|right),? )*so,? ")
_NOT_DONE = frozenset({"didn't", "wasn't", "weren't", "couldn't", "wouldn't", "hadn't"})
_BY_ME = re.compile(r"(?<![\w'])by (?:me|myself|my own hands?)(?![\w'])")
# What others do because of it, as a habit: "they thank me for that".
_EFFECT = re.compile(
    r"(?<![\w'])(?:they|he|she|it|people|everyone|most|most of them|nobody|the \w+|that|this)(?: "
    r"\w+ly| also|"
    r" always| usually| often| then)? (?:thanks?|likes?|trusts?|comes?|stays?|knows?|agrees?|"
    r"sleeps?|eats?|"
    r"calms?|stops?|works?|goes|drops?|helps?|saves?|keeps?|makes?|means?|gives?|gets?|finds?|"
    r"sees?|asks?|"
    r"needs?|runs?|lasts?|holds?|shows?|takes?|leaves?|forgets?|remembers?|laughs?|listens?|"
    r"learns?)(?![\w'])"
)
# After these a clause tells of something else than what came of an act.
_ASIDE = words.listed("because when while who whom whose where as since if whether although though")
_JOINTS = frozenset({"and", "so", "but", "which", "then", "until", "that"})


# A result in these words has a size that can be asked for.
_SIZE = any_of(
    r"reduc\w+", r"increas\w+", r"improv\w+", r"sav(?:ed|ing)\w*", r"grew", r"dropp?\w*",
    r"fell", r"rose",
    r"doubled", r"tripled", r"halved", r"cut", r"faster", r"slower", r"quicker", r"fewer",
    r"shorter", r"cheaper",
    r"less than", r"more than", r"lower\w*", r"higher", r"raised", r"boosted",
    r"went (?:up|down)", r"deliver\w*",
    r"launch\w*", r"shipped", r"released", r"sales", r"revenue", r"costs?", r"budget",
    r"errors?", r"bugs?",
    r"complaints", r"waste", r"speed", r"users", r"visitors", r"rates?", r"traffic", r"load",
    r"stock",
    r"targets?", r"outages?", r"incidents", r"downtime", r"throughput", r"attendance",
    r"scores?", r"successful\w*",
)  # fmt: skip


def has_size(sentence: Sentence) -> bool:
    """Tell whether a sentence tells of something that can be counted or measured."""
    return bool(_SIZE.search(words.plain(sentence.text)))


def parts_of(sentences: Sequence[Sentence]) -> Mapping[Part, Sentence]:
    """Return the parts found in an answer, each with the sentence that shows it best."""
    found: dict[Part, Sentence] = {}
    plain: dict[Part, Sentence] = {}
    acted = False
    for place, sentence in enumerate(sentences):
        text = words.plain(sentence.text)
        # "So, at my last place …" opens an answer; only later it joins a reason.
        text = text if place else _OPENING.sub("", text)
        acts = actions.acts_of(sentence)
        learned = bool(story.REFLECTION.search(text)) and _is_personal(sentence)
        learned = learned or bool(story.CHANGED.search(text))
        told = {
            Part.SITUATION: bool(story.SITUATION.search(text))
            or (not acted and _sets_scene(sentence)),
            Part.ACTION: acts.own or bool(_BY_ME.search(text)),
            Part.SHARED: acts.shared,
            Part.STEP: acts.steps or acts.own,
            Part.CASE: bool(story.CASE.search(text)) and any(map(_is_past, sentence.terms)),
            Part.REASON: bool(story.REASON.search(text)),
            Part.REFLECTION: learned,
            Part.NUMBER: bool(NUMBER.search(text)),
        }
        for part, there in told.items():
            if there:
                found.setdefault(part, sentence)
        # What is plainly meant stands for more than what only might be.
        meant = acts.steps and sentence.terms[0] != "not"
        for part, plainly in ((Part.REASON, story.CAUSE.search(text)), (Part.STEP, meant)):
            if plainly and part not in plain:
                found[part] = plain[part] = sentence
        # The last one, since what came of it stands at the end; but what was learned is no result.
        better = Part.RESULT not in found or not learned
        if better and _tells_outcome(sentence, text, acts, acted=acted):
            found[Part.RESULT] = sentence
        acted = acted or acts.own or acts.shared or acts.steps
    return found


def _sets_scene(sentence: Sentence) -> bool:
    """Tell whether somebody or something else than "I" did or was something."""
    return any(map(_is_past, sentence.terms)) and not _is_personal_deed(sentence)


def _is_past(term: str) -> bool:
    return verbs.is_past(term) or term in _NOT_DONE


def _tells_outcome(sentence: Sentence, text: str, acts: actions.Acts, *, acted: bool) -> bool:
    """Tell whether a sentence says what came of something.

    Args:
        sentence: What was said.
        text: The same in plain letters.
        acts: What is done in it.
        acted: Whether something was done in an earlier sentence.
    """
    past = any(map(_is_past, sentence.terms))
    if acts.at is not None and _sets_off(sentence.terms, acts.at):
        return True
    if story.RESULT.search(text) and (past or acted):
        return True
    others = past and not _is_personal_deed(sentence)
    return acted and (others or bool(_EFFECT.search(text)))


def _is_personal_deed(sentence: Sentence) -> bool:
    """Tell whether "I" or "we" comes before the first verb in the past."""
    for term in sentence.terms:
        if term in {"i", "we", "i've", "i'd", "we'd", "we've"}:
            return True
        if _is_past(term):
            return False
    return True


def _sets_off(terms: tuple[str, ...], act: int) -> bool:
    """Tell whether an act is followed by what others did: "I told them and they fixed it"."""
    for place in range(act + 1, len(terms) - 1):
        if terms[place] not in _JOINTS or terms[place + 1] in {"i", "we", "then"} | _ASIDE:
            continue
        clause = terms[place + 1 : place + 8]
        told = next((n for n, term in enumerate(clause) if verbs.is_past(term)), None)
        if told and not {"i", "we"} & set(clause[:told]):
            return True
    return False


def _is_personal(sentence: Sentence) -> bool:
    mine = {"i", "i've", "i'd", "i'm", "i'll", "we", "me", "my", "us", "our", "we've", "we'd"}
    return bool(mine & set(sentence.terms))
