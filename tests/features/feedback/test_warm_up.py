"""The warm-up never counts: neither its words nor how they were spoken."""

from darasa_reflex.features.feedback.delivery.timing import spoken_answers
from darasa_reflex.features.feedback.exchanges import exchanges
from darasa_reflex.features.feedback.runs import repository
from darasa_reflex.features.interviews.models import Interview, Turn
from darasa_reflex.features.interviews.questions.question_plan import WARM_UP, make

SAID = (
    ("interviewer", WARM_UP, "This first one does not count. How is your day going?"),
    ("actor", WARM_UP, "Um, um, like, slow, um, I had porridge."),
    ("interviewer", "q1", "Now it counts. Could you tell me about a time you led a project?"),
    ("actor", "q1", "I led the move to PostgreSQL and errors fell by 80 percent."),
)


def an_interview(db, job_info, *, held_ms=0):
    made = make(level="senior", title=None, skills=(), minutes=5, seed=1, warm_up=True)

    def work(session):
        interview = Interview(job_info_id=job_info.id, plan=made.as_json())
        session.add(interview)
        session.flush()
        for position, (speaker, question, text) in enumerate(SAID):
            begin = position * 30_000
            session.add(
                Turn(
                    interview_id=interview.id, chat_id="c", position=position, speaker=speaker,
                    text=text, question=question, began_ms=begin, ended_ms=begin + 5_000,
                    segments=[[begin, begin + 5_000]],
                    held_ms=held_ms if speaker == "interviewer" else 0,
                )
            )  # fmt: skip
        session.flush()
        return repository.material(session, interview.id)

    return db.run_here(work)


def test_feedback_never_sees_it_and_quotes_still_lead_to_their_turns(db, job_info):
    material = an_interview(db, job_info)

    assert [turn.index for turn in material.turns] == [2, 3]
    assert "porridge" not in str(material)


def test_time_that_was_asked_for_is_no_thinking(db, job_info):
    plain = spoken_answers(exchanges(an_interview(db, job_info)))
    held = spoken_answers(exchanges(an_interview(db, job_info, held_ms=20_000)))

    assert [answer.thinking for answer in plain] == [25.0]
    assert [answer.thinking for answer in held] == [5.0]
