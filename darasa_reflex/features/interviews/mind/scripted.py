"""The mind that follows rules: no key, no network, no understanding claimed."""

from darasa_reflex.features.interviews.engines.languages import ENGLISH
from darasa_reflex.features.interviews.mind import posting
from darasa_reflex.features.interviews.mind.port import Reply, Situation
from darasa_reflex.features.interviews.mind.words.manners import manner_of
from darasa_reflex.features.interviews.questions.follow_up import FollowUp, Told, next_follow_up


def scripted(situation: Situation) -> Reply:
    """Return what the rules say to an answer."""
    if situation.theirs:
        return Reply(text=" ".join(posting.answer(situation)), question=situation.question.key)
    follow_up = _follow_up(situation)
    manner = manner_of(situation.brief.tone)
    if follow_up is None:
        return Reply(text=situation.one(manner.thanks))
    text = f"{situation.one(manner.go_on)} {follow_up.text}"
    return Reply(text=text, question=situation.question.key)


def _follow_up(situation: Situation) -> FollowUp | None:
    if not situation.may_ask_on:
        return None
    return next_follow_up(
        Told(
            text="\n".join(situation.told),
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
    )
