"""All that the interviewer says of its own accord, in one language; see `phrases` for when."""

from collections.abc import Mapping
from dataclasses import dataclass

from darasa_reflex.features.interviews.mind.locales.manner import Manner
from darasa_reflex.features.interviews.questions.question_plan import Section


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The sentences of one language. What has no line here is said as in `phrases`.

    Attributes:
        code: The language, as in ISO 639-1.
        manners: By tone: "friendly", "neutral", "strict".
        not_followed: To who seems to have asked for something that no rule knows.
        buttons: Instead of `offers`, to who could not say the words; `{repeat}` and `{skip}` are
            what the page calls them.
        asked_this: Before a question that is said again word for word, at `{}`.
        back_to: Before one to come back to, at `{}`.
        details: How the rules ask on: the only follow-ups that suit any answer.
        deaf: That speech is not heard here.
        saying: What the posting says, at `{}`.
        no_more: Behind it.
        unknown: That the posting does not say something.
        unread: That nobody here can read a question of the candidate.
        feedback: To who asks how it went.
        facts: What is true of the interview, by what was asked; `{minutes}`, `{left}`, `{of}`.
        still_there: After a long silence, before the line is closed.
        last_minute: When a call may last one minute more.
        farewell: Last words, all at once, of an engine that does not choose its own.
        minute: "a minute".
        minutes: Several, at `{}`.
    """

    code: str
    manners: Mapping[str, Manner]
    welcome_back: tuple[str, ...]
    for_company: tuple[str, ...]
    by_name: tuple[str, ...]
    who_i_am: str
    of_course: tuple[str, ...]
    waiting: tuple[str, ...]
    ready: tuple[str, ...]
    hearing_you: str
    well: str
    well_too: str
    offers: tuple[str, ...]
    buttons: tuple[str, ...]
    not_followed: tuple[str, ...]
    other_words: tuple[str, ...]
    asked_this: str
    back_to: str
    unheard: tuple[str, ...]
    deaf: str
    hints: tuple[str, ...]
    wide: tuple[str, ...]
    back_to_it: tuple[str, ...]
    later: tuple[str, ...]
    calm: tuple[str, ...]
    please_carry_on: tuple[str, ...]
    let_us_move_on: tuple[str, ...]
    short_of_time: tuple[str, ...]
    time_is_up: str
    stopping: str
    goodbye: str
    turns: Mapping[Section, tuple[str, ...]]
    details: tuple[str, ...]
    invitations: tuple[str, ...]
    saying: str
    no_more: tuple[str, ...]
    unknown: tuple[str, ...]
    unread: tuple[str, ...]
    feedback: tuple[str, ...]
    facts: Mapping[str, str]
    still_there: str
    last_minute: str
    farewell: str
    minute: str
    minutes: str

    def manner_of(self, tone: str) -> Manner:
        """Return a tone's manner; an unknown one is neutral."""
        return self.manners.get(tone, self.manners["neutral"])

    def in_minutes(self, count: int) -> str:
        """Return a length of time in words."""
        return self.minute if count <= 1 else self.minutes.format(count)
