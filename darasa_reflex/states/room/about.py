"""What a candidate should know of an interview, in their own words: no engine, no setting."""

from darasa_reflex.components.room.popovers import AboutRow
from darasa_reflex.core.words.marks import marked
from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.core.words.stored import retold
from darasa_reflex.features.engine_choices.service import EngineChoices
from darasa_reflex.features.feedback.report.review import LOCAL as BY_CUES
from darasa_reflex.features.interviews.models import Interview
from darasa_reflex.features.interviews.questions.question_plan import QuestionPlan

# The built-in interviewer, which hears and speaks on the server's own machine.
_BUILT_IN = "local"
_ASKS = {
    "easy": marked("Questions about this job, with one follow-up each."),
    "hard": marked(
        "Questions about this job, with up to two follow-ups that ask for details each."
    ),
}
_ASKS_USUALLY = marked("Questions about this job, with up to two follow-ups each.")
_HERE = marked(
    "Speech is turned into text on the computer that runs this site; your voice goes no further. "
    "“Um” and “uh” are left out."
)
_NOT_YET = marked("Not yet: type your answers. You can speak once better listening has come.")
_CUES = marked("By word cues, without marks out of ten.")
_KEPT = marked("What is said, as text, until you delete it. Your voice is not recorded.")
_RECORDED = marked(
    "What is said, as text, and the sound of your own answers, until you delete them."
)


def about(interview: Interview, engines: EngineChoices) -> list[AboutRow]:
    """Return who hears, speaks, asks and rates in an interview, and what is kept."""
    asks = _ASKS.get(interview.difficulty, _ASKS_USUALLY)
    return [
        *_voices(interview, engines),
        AboutRow(_("Asks"), _(asks)),
        AboutRow(_("Feedback"), _feedback(engines)),
        AboutRow(_("Kept"), _(_RECORDED if interview.recorded else _KEPT)),
    ]


def _voices(interview: Interview, engines: EngineChoices) -> list[AboutRow]:
    member = engines.interviewers.chosen(interview.wanted_engine)
    if member.name != _BUILT_IN:
        # Where words go to somebody else, the engine itself says so.
        asks = QuestionPlan.of(interview.plan).language
        told = member.engine.describe(interview.language, asks)
        return [AboutRow(_("Hears you"), " ".join(map(retold, told)))]
    hears = member.engine.hears(interview.language)
    return [
        AboutRow(_("Hears you"), _(_HERE if hears else _NOT_YET)),
        AboutRow(_("Speaks"), _("A voice made on the same computer.")),
    ]


def _feedback(engines: EngineChoices) -> str:
    judge = engines.judges.playing
    return _(_CUES) if judge.name == BY_CUES else retold(judge.label)
