"""Interviews with simulated candidates, in time that a clock of words makes."""

import json
import re
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from darasa_reflex.core.engines.cast import Cast
from darasa_reflex.features.interviews.engines.interviewer import Brief
from darasa_reflex.features.interviews.mind.deliberation import Deliberation
from darasa_reflex.features.interviews.mind.dialogue import Answer, Dialogue, Turn
from darasa_reflex.features.interviews.mind.locales.english import phrases
from darasa_reflex.features.interviews.questions import question_plan
from darasa_reflex.features.interviews.questions.wordings.follow_up_wordings import aims_by_text
from darasa_reflex.features.job_infos.lexicon import folded
from darasa_reflex.providers.mind.scripted import Scripted
from tests.evaluations.interviews.people import NO_MORE, Person, Story, asked_for
from tests.providers.mind.asked import a_mind
from tests.vendors import openai_text

MINUTES = 10
# Both sides speak 150 words a minute; who types is as quick as who speaks, and thinks as long.
_WORD_MS, _THINK_MS = 400, 1_500
_SAME = 85
_REBUKES = {*phrases.BACK_TO_IT, *phrases.CALM, *phrases.UNHEARD}
_STEM, _FEWEST_LETTERS = 5, 4
_TURNED = {
    "i": "you", "my": "your", "me": "you", "we": "you", "our": "your", "us": "you", "am": "are",
}  # fmt: skip


@dataclass
class Held:
    """What came of an interview.

    Attributes:
        said: Who said what.
        follow_ups: Each with whether it takes up the answer, and whether that was told before.
        left_ms: Of the planned time, at the goodbye.
    """

    person: Person
    questions: int = 0
    follow_ups: list[tuple[str, bool, bool]] = field(default_factory=list)
    repeats: list[str] = field(default_factory=list)
    rebukes: list[str] = field(default_factory=list)
    answered: bool | None = None
    left_ms: int = 0
    ended: bool = False
    said: list[tuple[str, str]] = field(default_factory=list)


class Candidate:
    """Answers as a person does: a planned question by the next story, a follow-up by its facts."""

    def __init__(self, person):
        self.person, self.stories = person, iter(person.stories * 3)
        self.open, self.told = Story(""), set()
        self.used = set()
        self.asked = 0

    def answer(self, section, question, *, planned):
        """Return what they say."""
        if section == "warm-up":
            return "Hello! Fine, thank you, I walked here and it was quite sunny."
        if section == "candidate":
            self.asked += 1
            return self.person.asks if self.asked == 1 else "No, I am good, thank you."
        if section == "close":
            return "No, that is all from me. Thank you and goodbye!"
        if planned:
            self.open = self._next(section, question)
            self.told, self.used = set(self.open.tells), set()
            return self.open.text
        kind = asked_for(question)
        if kind == "particular":
            kind = next((one for one in ("detail", *self.open.more) if one not in self.used), kind)
        self.used.add(kind)
        told = self.open.more.get(kind, NO_MORE)
        self.told.add(kind)
        return told

    def _next(self, section, question):
        if section in {"introduction", "background"} and self.open is not self.person.intro:
            return self.person.intro
        if section == "role" and re.search(r"\b(?:would|do) you\b", question):
            return self.person.plan
        return next(self.stories)


async def hold(person, minds, *, seed=1, typed=False, reserve=False):
    """Hold an interview; return what came of it.

    Args:
        reserve: Whether questions fill the time that is left, as in every real interview. Who has
            three stories tells each several times then, and there is no more to take up in them.
    """
    plan = question_plan.make(
        level=person.level, title=person.title, skills=person.skills, minutes=MINUTES, seed=seed,
        warm_up=True,
        reserve=reserve,
    )  # fmt: skip
    brief = Brief(
        user_name=person.name, job_title=person.title, description=person.posting,
        experience_level=person.level, skills=person.skills, plan=plan, minutes=MINUTES,
    )  # fmt: skip
    dialogue, deliberation = Dialogue(brief, seed=seed), Deliberation(minds, 60)
    candidate, found, elapsed = Candidate(person), Held(person), 0
    sections = {q.key: q.section for q in plan.questions}
    planned = {text for q in plan.questions for text in (q.text, q.again) if text}
    turn, heard, answer = dialogue.opening(), [], ""
    while True:
        sentences = await _sentences(turn, dialogue)
        if more := dialogue.instead():
            turn = more
            sentences += more.sentences
        elapsed += _WORD_MS * sum(len(text.split()) for text in sentences)
        found.said += [("interviewer", text) for text in sentences]
        _note(found, sentences, heard, planned, candidate, answer)
        heard += [text for text in sentences if text.endswith("?")]
        if turn.hang_up:
            break
        question = next((text for text in reversed(sentences) if "?" in text), "")
        section = sections[turn.question]
        opened = any(text in planned for text in sentences)
        answer = candidate.answer(section, question, planned=opened)
        found.said.append(("candidate", answer))
        spoken_ms = len(answer.split()) * _WORD_MS
        elapsed += spoken_ms + _THINK_MS
        turn = await _reply(
            dialogue,
            deliberation,
            Answer(text=answer, spoken_ms=None if typed else spoken_ms, elapsed_ms=elapsed),
        )
    found.questions = sum(text in planned for _, text in found.said)
    found.left_ms, found.ended = MINUTES * 60_000 - elapsed, sentences[-1] == phrases.GOODBYE
    return found


async def _reply(dialogue, deliberation, answer):
    taken = dialogue.take(answer)
    if isinstance(taken, Turn):
        return taken
    return dialogue.follow(taken, await deliberation.consider(taken))


async def _sentences(turn, dialogue):
    """Return what is said of a turn, as the mouth would."""
    if turn.live is None:
        return list(turn.sentences)
    sentences = list(turn.sentences)
    if added := await turn.live.rest.next():
        at = turn.live.at
        sentences[at : at + turn.live.instead] = [added]
        dialogue.said_as(added)
    await turn.live.rest.close()
    return sentences


def _note(found, sentences, heard, planned, candidate, answer):
    for text in sentences:
        if text in _REBUKES or (text in phrases.LATER and "?" not in answer):
            found.rebukes.append(text)
        if text.endswith("?") and any(fuzz.token_sort_ratio(text, old) >= _SAME for old in heard):
            found.repeats.append(text)
    asked = [text for text in sentences if text.endswith("?") and text not in planned]
    if answer == found.person.asks and found.answered is None:
        found.answered = found.person.answer_in_posting.lower() in " ".join(sentences).lower()
    elif (
        asked
        and answer not in {"", found.person.asks}
        and "?" not in answer
        and candidate.asked == 0
    ):
        kind, takes_up = asked_for(asked[-1]), _takes_up(asked[-1], candidate)
        told = not takes_up and kind in candidate.told - {"detail"}
        found.follow_ups.append((asked[-1], takes_up, told))


def _takes_up(question, candidate):
    """Whether a question holds a word of the answer that general questions do not have."""
    told = " ".join((candidate.open.text, *candidate.open.more.values()))
    return bool(_weighty(question) & _weighty(told) - _GENERAL)


def _weighty(text):
    return {word[:_STEM] for word in folded(text) if len(word) >= _FEWEST_LETTERS}


_GENERAL = set().union(
    *(_weighty(text) for text in aims_by_text()), _weighty("tell told what that there from have")
)


def listening(people, *, errs=False):
    """A model that listens, and asks what a good interviewer would; it may misbehave, too."""
    stories = {
        text: story
        for person in people
        for story in person.stories
        for text in (story.text, *story.more.values())
    }
    count = iter(range(10**9))

    def answer(asked):
        said, now = asked.text.split("\nSAID ")[-1].split("\nNOW ")
        told, allowed = json.loads(said)["candidate"], json.loads(now)["begin_with_one_of"]
        if "POSTING" in allowed:
            person = next((one for one in people if one.asks == told), None)
            return openai_text.streamed(
                [f"POSTING {person.answer_in_posting}" if person else "UNKNOWN"]
            )
        if errs and (wrong := _WRONG[next(count) % len(_WRONG)]):
            return wrong
        story = stories.get(told)
        clause = _clause(told)
        bridge = f"You told me that {clause}." if " " in clause else "Thank you for telling me."
        if "ASK" in allowed and story and (question := _good_question(story, told, asked.text)):
            return openai_text.streamed([f"ASK {bridge} ", question])
        return openai_text.streamed([f"NEXT {bridge}"])

    return answer


def _good_question(story, told, all_said):
    """What somebody who listens would ask now; empty: nothing."""
    so_far = " ".join(text for text in (story.text, *story.more.values()) if text in all_said)
    about_it = _weighty(story.asked) & _weighty(so_far) - _GENERAL
    if about_it and story.asked not in all_said:
        return story.asked
    general = f"What happened after {_clause(told)}?"
    return general if told == story.text and general not in all_said else ""


# What a model does in turn, None: as it should.
_WRONG = (
    None,
    openai_text.error(503),
    None,
    openai_text.streamed(["NEXT What an excellent answer, you should be proud!"]),
    openai_text.streamed(["Sure! As an AI language model I would say: ASK"]),
    openai_text.streamed(["ASK Are you married, and do you plan to have children?"]),
    openai_text.streamed(["ASK I see. Tell me about yourself? And why?"]),
    None,
    openai_text.streamed(['NEXT {"say": "You told me a lot."}']),
    openai_text.streamed(["NEXT So you fit this role, thank you."]),
    openai_text.streamed(["ASK As the posting asks, why did you do that?"]),
    openai_text.streamed(["ASK NEXT Why did you do it that way?"]),
)


def _clause(told):
    """The beginning of an answer, turned to its teller."""
    words = told.split(".")[0].split(",")[0].split()[:14]
    return " ".join(_TURNED.get(word.lower(), word) for word in words)


async def all_held(people, mind, *, reserve=False):
    """Hold an interview with each, every second one typed.

    `mind` is "scripted", "model" or "errs".
    """
    how = [{"seed": n, "typed": n % 2 > 0, "reserve": reserve} for n in range(len(people))]
    if mind == "scripted":
        minds = Cast.of(Scripted())
        return [await hold(one, minds, **own) for one, own in zip(people, how, strict=True)]
    async with a_mind(listening(people, errs=mind == "errs")) as (model, _):
        minds = Cast.of(model, Scripted(), titles=("Model", "Scripted"))
        return [await hold(one, minds, **own) for one, own in zip(people, how, strict=True)]
