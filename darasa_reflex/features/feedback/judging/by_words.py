"""The verdict of rules that count words: three steps and their counts, no number and no praise."""

from darasa_reflex.core.words.marks import marked
from darasa_reflex.core.words.stored import sentence
from darasa_reflex.features.answers import words
from darasa_reflex.features.answers.left_out import LeftOut
from darasa_reflex.features.feedback.delivery import table
from darasa_reflex.features.feedback.exchanges import Kind
from darasa_reflex.features.feedback.found import answered
from darasa_reflex.features.feedback.found.answered import Answer
from darasa_reflex.features.feedback.found.exercises import exercises
from darasa_reflex.features.feedback.found.grounds import survey
from darasa_reflex.features.feedback.found.insights import named_terms
from darasa_reflex.features.feedback.found.rules import NO_RULE, Interview, pacing
from darasa_reflex.features.feedback.found.steps import Counted
from darasa_reflex.features.feedback.judging import rubric
from darasa_reflex.features.feedback.judging.judge import Ruling, Verdict
from darasa_reflex.features.feedback.judging.rubric import OVERALL, Category
from darasa_reflex.features.feedback.material import Material
from darasa_reflex.features.interviews.mind.heard import visitor

LABEL = marked("by word cues, no marks")
WHEN_UNRATED = sentence("Answer at least three questions with two or three full sentences each.")


# A desk, or a place to park, is no subject of answers, and may be asked for.
_ASKED = frozenset({None, LeftOut.AWAY})


def by_words(material: Material, answers: list[Answer] | None = None) -> Verdict:
    """Return what rules found in the words, and what was measured of the speech.

    Args:
        material: What was said.
        answers: As `answered.read` reads them; None: they are read here.
    """
    answers = answered.read(material) if answers is None else answers
    grounds = survey(answers, foreign=material.foreign)
    named = named_terms(answers, material.job.requirements)
    interview = Interview(
        answers=grounds.answers,
        own_questions=own_questions(answers),
        terms=(len(named), len(material.job.requirements)),
        metrics=table.measure(material, [answer.exchange for answer in answers]).metrics,
    )
    rows = [row for row in rubric.RUBRIC if row.key != OVERALL]
    rulings = tuple(_ruling(row, interview, grounds.refusal) for row in rows)
    if grounds.refusal:
        return Verdict(label=LABEL, rulings=rulings)
    steps = exercises(grounds.answers, interview.own_questions)
    return Verdict(label=LABEL, rulings=rulings, improvements=steps)


def without_asking(material: Material) -> Verdict | None:
    """Return the verdict where no judge need be asked; None where one must be.

    Too little said, or words too roughly known, carry no judgement of content, whoever judges.
    """
    answers = answered.read(material)
    grounds = survey(answers, foreign=material.foreign)
    return by_words(material, answers) if grounds.refusal and not grounds.foreign else None


def own_questions(answers: list[Answer]) -> int | None:
    """Return how many different questions the person asked; None when that is not known.

    Nobody may have invited them to ask, or a question was written down without its mark.
    """
    invited = [a for a in answers if a.exchange.kind is Kind.INVITATION]
    if not invited:
        return None
    asked = {
        frozenset(sentence.stems)
        for answer in invited
        for sentence, why in zip(answer.reading.sentences, answer.reading.left_out, strict=True)
        if why in _ASKED and sentence.text.rstrip(" \"')").endswith("?")
    }
    said = [turn.text for answer in invited for turn in answer.exchange.answered]
    if not asked and any(visitor.is_question(words.signed(words.plain(text))) for text in said):
        return None  # ears leave question marks out: how many they were is not known
    return len(asked)


def _ruling(row: Category, interview: Interview, refusal: str | None) -> Ruling:
    if refusal and row.rule is not pacing:
        return Ruling(key=row.key, rating=None, reason=refusal, next_step=WHEN_UNRATED)
    counted = row.rule(interview) if row.rule else Counted(found=None, reason=NO_RULE)
    return Ruling(
        key=row.key, rating=None, found=counted.found, counts=counted.counts,
        reason=counted.reason, next_step=counted.next_step,
    )  # fmt: skip
