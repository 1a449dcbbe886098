"""What a model that judges is given: all that other people wrote or said, as JSON.

What is the same for every question comes first, so that a server can go on from what it has read.
Vocal expressions are no part of it.
"""

from collections.abc import Sequence
from typing import Any

from darasa_reflex.features.feedback.delivery.metric import Metric
from darasa_reflex.features.feedback.exchanges import Exchange, exchanges
from darasa_reflex.features.feedback.judging.judge import AnswerRuling
from darasa_reflex.features.feedback.material import Material, Said
from darasa_reflex.features.interviews.engines.languages import in_english
from darasa_reflex.features.language_models.material import as_material


def to_judge(material: Material) -> list[Exchange]:
    """Return the questions whose answers a model judges, in order."""
    asked = (exchange for exchange in exchanges(material) if exchange.kind.is_rated)
    return [exchange for exchange in asked if exchange.answered and not exchange.cut_off]


def of_answers(material: Material, judged: Sequence[Exchange]) -> str:
    """Return job and answers, the same for each answer that is judged."""
    answers = [
        {"answer": number, "question": one.question, "said": [_turn(t) for t in one.answered]}
        for number, one in enumerate(judged, 1)
    ]
    return as_material("MATERIAL", {**_about(material), "answers": answers})


def of_answer(number: int) -> str:
    """Return which answer is judged, from 1."""
    return as_material("ANSWER", {"answer": number})


def of_interview(
    material: Material, metrics: Sequence[Metric], judged: Sequence[AnswerRuling]
) -> str:
    """Return job, delivery and what was found of the answers, the same for each pass."""
    found = [
        {
            "question": ruling.turn, "answered": ruling.answered, "carried": ruling.carried,
            "missing": ruling.missing,
        }
        for ruling in judged
    ]  # fmt: skip
    delivery = {metric.key: _measured(metric) for metric in metrics}
    facts = {**_about(material), "delivery": delivery, "judged": found}
    return as_material("MATERIAL", facts)


def in_order(material: Material, number: int) -> str:
    """Return the transcript in groups of a question with its answer.

    Args:
        material: The interview.
        number: Of the pass, from 1. Each has its own order of answers, so that what was heard
            first does not lead every pass: as said, last first, or halved.
    """
    groups = [
        sorted(exchange.asked + exchange.answered, key=lambda turn: turn.index)
        for exchange in exchanges(material)
    ]
    grouped = {turn.index for group in groups for turn in group}
    rest = [turn for turn in material.turns if turn.index not in grouped and turn.text.strip()]
    half = len(groups) // 2
    orders = (groups, groups[::-1], groups[half:] + groups[:half])
    told = [*([rest] if rest else []), *orders[(number - 1) % len(orders)]]
    return as_material("TRANSCRIPT", [[_turn(turn) for turn in group] for group in told])


def _about(material: Material) -> dict[str, Any]:
    job = material.job
    return {
        "candidate_name": material.candidate,
        "answers_in": in_english(material.language),
        "job": {
            "title": job.title or "Not Specified",
            "experience_level": job.experience_level,
            "description": job.description,
            "requirements": list(job.requirements),
        },
    }


def _measured(metric: Metric) -> dict[str, str]:
    value = metric.display if metric.value is not None else f"not measurable: {metric.reason}"
    return {"title": metric.title, "value": value, "remark": metric.remark}


def _turn(turn: Said) -> dict[str, Any]:
    begin, end = turn.span or (None, None)
    told: dict[str, Any] = {
        "index": turn.index,
        "speaker": "candidate" if turn.is_candidate else "interviewer",
        "begin_seconds": None if begin is None else round(begin / 1000, 1),
        "end_seconds": None if end is None else round(end / 1000, 1),
        "text": turn.text,
    }
    if turn.unread:
        told["unread_seconds"] = round(sum(end - begin for begin, end in turn.unread) / 1000, 1)
    marks = {"typed": turn.from_text, "rough": turn.rough, "cut_off": turn.cut_off}
    return told | {name: True for name, is_so in marks.items() if is_so}
