"""The mind that follows rules: no key, no network, no understanding claimed."""

from darasa_reflex.features.interviews.engines.languages import ENGLISH
from darasa_reflex.features.interviews.mind import posting
from darasa_reflex.features.interviews.mind.heard.told import (
    says_it_was_told,
    says_no_more,
    told_in,
)
from darasa_reflex.features.interviews.mind.port import Reply, Situation
from darasa_reflex.features.interviews.questions.follow_up import FollowUp, Told, next_follow_up

_WORDS_OFTEN = 0.4


def scripted(situation: Situation) -> Reply:
    """Return what the rules say to an answer."""
    if situation.theirs:
        return Reply(text=" ".join(posting.answer(situation)), question=situation.question.key)
    follow_up = _follow_up(situation)
    manner = situation.wording.manner_of(situation.brief.tone)
    if follow_up is None:
        return Reply(text=_now_and_then(manner.thanks, situation))
    text = f"{_now_and_then(manner.go_on, situation)} {follow_up.text}"
    return Reply(text=text.strip(), question=situation.question.key)


def _now_and_then(words: tuple[str, ...], situation: Situation) -> str:
    """Return a word that takes an answer in, or none: thanks at every turn sound like a machine."""
    return situation.one(words) if situation.random.random() < _WORDS_OFTEN else ""


def _follow_up(situation: Situation) -> FollowUp | None:
    if not situation.may_ask_on or says_it_was_told(situation.heard):
        return None
    if situation.follow_up and says_no_more(situation.heard):
        return None
    text = "\n".join(situation.told)
    found = next_follow_up(
        Told(
            text=text,
            latest=situation.heard,
            spoken_ms=situation.spoken_ms,
            foreign=situation.brief.language != ENGLISH,
        ),
        question=situation.question,
        skills=situation.brief.skills,
        followed_up=situation.aims,
        asked=situation.asked,
        random=situation.random,
        difficulty=situation.brief.difficulty,
        told_already=told_in(text),
    )
    return _reworded(found, situation) if found else None


def _reworded(found: FollowUp, situation: Situation) -> FollowUp | None:
    """Return a follow-up in the language of the interview; None when all were asked."""
    if situation.wording.code == ENGLISH:
        return found
    fresh = [text for text in situation.wording.details if text not in situation.asked]
    return FollowUp(found.aim, situation.random.choice(fresh)) if fresh else None
