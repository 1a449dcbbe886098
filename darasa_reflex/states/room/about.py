"""What a candidate should know of an interview, in their own words: no engine, no setting."""

from darasa_reflex.components.room.popovers import AboutRow
from darasa_reflex.features.engine_choices.service import EngineChoices
from darasa_reflex.features.feedback.report.review import LOCAL as BY_CUES
from darasa_reflex.features.interviews.models import Interview
from darasa_reflex.features.interviews.questions.question_plan import QuestionPlan

# The built-in interviewer, which hears and speaks on the server's own machine.
_BUILT_IN = "local"
_FOLLOW_UPS = {"easy": "one follow-up", "hard": "up to two follow-ups that ask for details"}
_USUAL = "up to two follow-ups"
_HERE = (
    "Speech is turned into text on the computer that runs this site; your voice goes no further. "
    "“Um” and “uh” are left out."
)
_NOT_YET = "Not yet: type your answers. You can speak once better listening has come."
_CUES = "By word cues, without marks out of ten."
_KEPT = "What is said, as text, until you delete it. Your voice is not recorded."
_RECORDED = "What is said, as text, and the sound of your own answers, until you delete them."


def about(interview: Interview, engines: EngineChoices) -> list[AboutRow]:
    """Return who hears, speaks, asks and rates in an interview, and what is kept."""
    follow_ups = _FOLLOW_UPS.get(interview.difficulty, _USUAL)
    return [
        *_voices(interview, engines),
        AboutRow("Asks", f"Questions about this job, with {follow_ups} each."),
        AboutRow("Feedback", _feedback(engines)),
        AboutRow("Kept", _RECORDED if interview.recorded else _KEPT),
    ]


def _voices(interview: Interview, engines: EngineChoices) -> list[AboutRow]:
    member = engines.interviewers.chosen(interview.wanted_engine)
    if member.name != _BUILT_IN:
        # Where words go to somebody else, the engine itself says so.
        asks = QuestionPlan.of(interview.plan).language
        told = member.engine.describe(interview.language, asks)
        return [AboutRow("Hears you", " ".join(told))]
    hears = member.engine.hears(interview.language)
    return [
        AboutRow("Hears you", _HERE if hears else _NOT_YET),
        AboutRow("Speaks", "A voice made on the same computer."),
    ]


def _feedback(engines: EngineChoices) -> str:
    judge = engines.judges.playing
    return _CUES if judge.name == BY_CUES else judge.label
