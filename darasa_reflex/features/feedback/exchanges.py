"""Questions and the answers to them, read from the order of the turns."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from darasa_reflex.features.answers import words
from darasa_reflex.features.answers.lexicon import verbs
from darasa_reflex.features.feedback.material import Material, Said
from darasa_reflex.features.interviews.models import Turn
from darasa_reflex.features.interviews.questions.question_plan import PlannedQuestion

_PAST = re.compile(
    r"\b(a time|did you|have you|had to|an example|experience (with|in|of)|proud|mistake|failure|"
    r"(last|recent|past|previous|current|favou?rite) (project|job|role|position|team)|"
    r"situation|achievement|accomplishment|you('ve| have)? (were|led|built|worked|handled|used))\b"
)
# "Why did you leave your last job?" asks for a reason, though it names the past.
_WHY = re.compile(
    r"^(?:so |and |now |okay |ok )*(?:why (?:do|are|did|would|this|us|our|should|here|\w+ing|\w+ "
    r"(?:work|care|job))|what (?:draws|attracts|made you|interests|brings|brought|motivates)|"
    r"where do you see|where are you weak\w*)\b"
)
_SELF = re.compile(
    r"\b(why (do|are|did|would|this|us|our|should)|motivat\w*|interest(s|ed)? you|strengths?|"
    r"weak(ness(es)?|est)?|where do you see|(career )?goals?|attract\w*|draws you|get better at|"
    r"(?:are you|you are|you're) not (?:so |very |that )?(?:good|strong))\b"
)
_WHO = re.compile(
    r"\b(yourself|introduce|who are you|background|(path|career|working life) (so far|up to)|"
    r"know about you|brought you)\b"
)
_HOW = re.compile(
    r"\b(how (would|do|should|can|could|does|is|are)|what (would|is|are|do|does|should)|explain|"
    r"difference|design (a|an|the|me)|why (is|are|does) (?!(your?|this job)\b)|"
    r"imagine|suppose|if you|which|walk (me|us) through|what's|what makes|"
    r"(do|would|should) you|does)\b|^(?:and |so )?(?:what )?if\b"
)
# The way into a trade is no single thing that was done.
_PATH = re.compile(r"\bhow did you (?:first )?(?:get into|come into|come to (?:be|work)|become)\b")
# "A decision you got wrong", "a fault that took you long": one that was, where nothing is supposed.
_ONE_THAT_WAS = re.compile(r"\b(?:you|that|which)(?:'ve|'d| have| had)? (\w+)")
_SUPPOSED = re.compile(r"\b(?:do|does|would|should|if|suppose|imagine)\b")
_INVITE = re.compile(
    r"\b(questions? (for|about) (me|us|the|this)|"
    r"(do you have|have you( got)?) (a |any |some )?(other |more |further )?questions?|"
    r"what (other )?questions (do|have) you (have|got)|your questions|"
    r"what would you like to (ask|know)|"
    r"anything (else )?you('d| would)? (like|want) to (ask|know))\b"
    r"|^(and |so |right,? |okay,? )?any (other |more |further )?questions\b"
)
_SMALL_TALK = re.compile(
    r"\b(how are you(?! with| at)|can you hear me|are you ready|ready to (start|begin)|"
    r"shall we (start|begin)|"
    r"nice to meet you|hobb(y|ies)|free time|outside (of )?work|how is your day)\b"
)
_ASKS = re.compile(
    r"\?|(?:^|[.!,:]\s*|\b(?:please|could you|can you|now|so|then|and|okay|ok|great)\s+)"
    r"(?:tell|describe|walk|explain|share|talk|give|name|discuss|outline|introduce|say|think)\b"
)
# The last words of an interview are known in every language that it can be held in.
_CLOSING = re.compile(
    r"\b(thank(s| you)|good ?bye|bye|welcome|hello|hi|be in touch|my name is|auf wiedersehen|"
    r"hasta la vista|au revoir)\b"
)
_PROBE = re.compile(
    r"\b(tell me more|more detail|be more specific|what was the (result|outcome)|"
    r"how did it (end|go)|"
    r"what happened (next|then)|what did you (learn|do then|do next)|anything (else|to add)|"
    r"what was your (part|role) in|how did you (measure|know|check) (it|that|this)|"
    r"(?<!let's )(?<!let us )(?<!we )go on|say (a (little|bit) )?more|"
    r"answer (the|my) question|"
    r"why (was that|that)|give me an example of that)\b"
)
# Asked into silence, it asks for the answer that has not come.
_STILL_THERE = re.compile(r"\bare you (still )?(there|with me)\b")
_LONGEST_PROBE_WORDS = 18
# The same question once more begins with other words, and may be shorter.
_LED_OVER = re.compile(r"^(?:(?:and|so|but|right|okay|ok|well|now|please)\b,? ?)+")
_SENTENCES = re.compile(r"(?<=[.?!])\s+")
_FEWEST_SAME_WORDS = 6
_LONGEST_SMALL_TALK_WORDS = 40
# In less there is room for a word, not for what an answer is asked for.
_LEAST_UNREAD_MS = 1_000


class Kind(StrEnum):
    """What a question asks for."""

    EXPERIENCE = "experience"
    APPROACH = "approach"
    MOTIVATION = "motivation"
    INTRODUCTION = "introduction"
    INVITATION = "invitation"
    TALK = "talk"

    @property
    def is_rated(self) -> bool:
        """Whether its answers count: greetings and the person's own questions do not."""
        return self not in {Kind.INVITATION, Kind.TALK}

    @property
    def asks_for_deeds(self) -> bool:
        """Whether it asks for what was done, or would be."""
        return self in {Kind.EXPERIENCE, Kind.APPROACH}


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """A question with its answer.

    Attributes:
        asked: Turns of the interviewer, with follow-ups that belong to the same question.
        answered: Turns of the candidate that hold words, understood or not.
        questions: How many questions were answered in it; follow-ups count.
        is_last: Nothing was said after it, so that a missing answer is no fault.
    """

    kind: Kind
    asked: tuple[Said, ...]
    answered: tuple[Said, ...]
    questions: int
    is_last: bool

    @property
    def question(self) -> str:
        """The text of the question."""
        return " ".join(turn.text.strip() for turn in self.asked).strip()

    @property
    def cut_off(self) -> bool:
        """Whether the line or the clock ended the answer."""
        return bool(self.answered) and self.answered[-1].cut_off

    @property
    def unread(self) -> bool:
        """Whether so much of the answer was not understood that what is missing may be in it."""
        unread_ms = sum(end - begin for turn in self.answered for begin, end in turn.unread)
        return unread_ms >= _LEAST_UNREAD_MS

    @property
    def rough(self) -> bool:
        """Whether a turn of the answer was transcribed too roughly to rate its words."""
        return any(turn.rough and not turn.from_text for turn in self.answered)


def exchanges(material: Material) -> list[Exchange]:
    """Return the exchanges in order; follow-ups are joined with the question they follow."""
    sections = {planned.key: planned.section for planned in material.planned}
    found: list[Exchange] = []
    pairs = list(_pairs([_whole(turn, material.planned) for turn in material.turns]))
    for number, (asked, answered) in enumerate(pairs):
        question = " ".join(turn.text for turn in asked)
        section = next((sections[t.question] for t in asked if t.question in sections), None)
        exchange = Exchange(
            kind=kind_of(question, section), asked=asked, answered=answered,
            questions=int(bool(answered)), is_last=number == len(pairs) - 1,
        )  # fmt: skip
        before = found[-1] if found and found[-1].kind.is_rated else None
        if before and _asks_again(before, exchange):
            # Twice asked is one question, whatever was said in between.
            found[-1] = replace(
                _joined(before, exchange), questions=max(before.questions, exchange.questions)
            )
        elif before and _follows(before, exchange):
            found[-1] = _joined(before, exchange)
        else:
            found.append(exchange)
    return found


def kind_of(question: str, section: str | None = None) -> Kind:
    """Return what a question asks for; `section` is its place in the plan, where it has one."""
    text = words.plain(question)
    if section in _BY_SECTION:
        return _BY_SECTION[section]
    if section == "background":
        return Kind.MOTIVATION if _WHY.search(text) or _SELF.search(text) else Kind.INTRODUCTION
    if section is None and (talk := _talk(text)):
        return talk
    if section is None and (_WHY.search(text) or (_SELF.search(text) and not _PAST.search(text))):
        return Kind.MOTIVATION
    who = _WHO.search(text) and not _PAST.search(text)
    if section is None and (who or _PATH.search(text)):
        return Kind.INTRODUCTION
    asks_how = _HOW.search(text) and not _PAST.search(text) and not _asks_for_one(text)
    return Kind.APPROACH if asks_how else Kind.EXPERIENCE


def _asks_for_one(text: str) -> bool:
    """Tell whether a question asks for something that was: "What's a decision you got wrong?"."""
    told = any(verbs.is_past(hit[1]) for hit in _ONE_THAT_WAS.finditer(text))
    return told and not _SUPPOSED.search(text)


_BY_SECTION = {
    "warm-up": Kind.TALK,
    "introduction": Kind.INTRODUCTION,
    "behavioural": Kind.EXPERIENCE,
    "candidate": Kind.INVITATION,
    "close": Kind.TALK,
}


def _talk(text: str) -> Kind | None:
    """Return INVITATION or TALK where nothing is asked that counts."""
    if _INVITE.search(text):
        return Kind.INVITATION
    if not text or (_CLOSING.search(text) and not _ASKS.search(text)):
        return Kind.TALK
    small = _SMALL_TALK.search(text) and len(text.split()) <= _LONGEST_SMALL_TALK_WORDS
    return Kind.TALK if small and not _PAST.search(text) else None


def asked_as(head: Sequence[Said | Turn], planned: Sequence[PlannedQuestion]) -> str:
    """Return a question in the words of the plan, or as it was asked if those were others.

    Args:
        head: The turns that asked, without follow-ups.
        planned: The questions of the interview.
    """
    said = " ".join(turn.text.strip() for turn in head)
    keys = {turn.question for turn in head}
    texts = (one.text for one in planned if one.key in keys)
    return next((text for text in texts if text in said), said)


def _whole(turn: Said, planned: Sequence[PlannedQuestion]) -> Said:
    """Return a planned question that was talked over as it was meant, any other turn as it is."""
    if turn.is_candidate or not turn.cut_off:
        return turn
    forms = [form for one in planned if one.key == turn.question for form in (one.text, one.again)]
    return replace(turn, text=next((f for f in forms if f.startswith(turn.text)), turn.text))


def _pairs(turns: Sequence[Said]) -> Iterator[tuple[tuple[Said, ...], tuple[Said, ...]]]:
    pairs: list[tuple[list[Said], list[Said]]] = []
    for turn in turns:
        if turn.is_candidate:
            if _goes_on(pairs, turn):
                # Nothing was asked by the words in between.
                pairs.pop()
            if pairs:
                pairs[-1][1].append(turn)
            continue
        if not pairs or pairs[-1][1] or _differs(pairs[-1][0][-1], turn):
            pairs.append(([], []))
        pairs[-1][0].append(turn)
    for asked, answered in pairs:
        yield tuple(asked), tuple(filter(_has_words, answered))


def _goes_on(pairs: Sequence[tuple[list[Said], list[Said]]], turn: Said) -> bool:
    """Whether a turn adds to the answer before: it came before the next question was asked."""
    if turn.question is None or not pairs[1:]:
        return False
    (before, _), (asked, _) = pairs[-2:]
    other = turn.question not in {one.question for one in asked}
    mine = turn.question in {one.question for one in before}
    return other and mine and not any(_ASKS.search(words.plain(one.text)) for one in asked)


def _has_words(turn: Said) -> bool:
    return bool(words.count(turn.text) or turn.unread)


def _differs(earlier: Said, turn: Said) -> bool:
    keys = {earlier.question, turn.question}
    return None not in keys and len(keys) > 1


def _follows(before: Exchange, exchange: Exchange) -> bool:
    text = words.plain(exchange.question)
    keys = {turn.question for turn in exchange.asked} - {None}
    if keys and keys <= {turn.question for turn in before.asked}:
        return True  # even where the answer before was no word: "\U0001f600"
    probes = len(text.split()) <= _LONGEST_PROBE_WORDS and bool(_PROBE.search(text))
    return (bool(before.answered) and probes) or _STILL_THERE.search(text) is not None


def _asks_again(before: Exchange, exchange: Exchange) -> bool:
    """Tell whether the same question is asked once more, as for who had not understood it."""
    earlier = words.plain(before.question)
    return any(one in earlier for one in _asking(exchange.question))


def _asking(question: str) -> Iterator[str]:
    """Yield the sentences of a turn that ask, without marks and what leads over to them."""
    for sentence in _SENTENCES.split(words.plain(question)):
        bare = _LED_OVER.sub("", sentence).rstrip(" .?!")
        if len(bare.split()) >= _FEWEST_SAME_WORDS and _ASKS.search(sentence):
            yield bare


def _joined(before: Exchange, after: Exchange) -> Exchange:
    return Exchange(
        kind=before.kind,
        asked=before.asked + after.asked,
        answered=before.answered + after.answered,
        questions=before.questions + after.questions,
        is_last=after.is_last,
    )
