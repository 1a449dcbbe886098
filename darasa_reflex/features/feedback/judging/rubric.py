"""The rubric: what is rated, and what can be observed at 2, 4, 6, 8 and 10 out of 10."""

from collections.abc import Mapping
from dataclasses import dataclass

from darasa_reflex.core.words.marks import marked
from darasa_reflex.features.feedback.found import rules
from darasa_reflex.features.feedback.found.rules import Rule

# Changed with every change of anchors, rules or weights; results of two versions are not compared.
RUBRIC_VERSION = "2026-11.4"
OVERALL = "overall"


@dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    """A row of the rubric.

    Attributes:
        key: Stored with results; never changed once released.
        title: In English, as question and anchors; pages look them up in their catalogue.
        question: What a rating answers.
        anchors: Level out of 10 to what can be observed there. 0: asked, and nothing shown.
        rule: What is counted of it without a model; None: nothing that rules could count.
    """

    key: str
    title: str
    question: str
    anchors: Mapping[int, str]
    rule: Rule | None = None

    def anchor(self, rating: float) -> str:
        """Return the text of the highest anchor a rating reaches."""
        reached = [level for level in self.anchors if level <= rating]
        return (
            self.anchors[max(reached)] if reached else marked("Asked, and nothing of it shown yet.")
        )


RUBRIC: tuple[Category, ...] = (
    Category(
        key="communication_clarity",
        title=marked("Communication clarity"),
        question=marked("Can a listener find the point of each answer and follow its order?"),
        anchors={
            2: marked("Points can be found in few answers."),
            4: marked("The point comes late, or nothing supports it."),
            6: marked("Most answers make their point early; the support is thin or out of order."),
            8: marked("Point first, then support in order, in most answers."),
            10: marked("As 8, and the answers end by saying what came of it."),
        },
        rule=rules.clarity,
    ),
    Category(
        key="confidence_emotional_state",
        title=marked("Confidence and emotional state"),
        question=marked("Are own decisions said plainly, and limits named calmly?"),
        anchors={
            2: marked("Few statements are owned, or most are hedged or taken back."),
            4: marked("Some own actions; hedges or distance in most answers."),
            6: marked("Own actions said plainly in about half of the answers."),
            8: marked("Own actions and decisions said plainly in most answers; hedges are rare."),
            10: marked("As 8, and outcomes or slips are owned, with what was done about them."),
        },
        rule=rules.confidence,
    ),
    Category(
        key="response_quality",
        title=marked("Response quality"),
        question=marked("Do the answers prove what they say, with things the person did?"),
        anchors={
            2: marked("A setting or an intention is named; own actions are hardly found."),
            4: marked("Own actions are named, without reasons or outcomes."),
            6: marked("Own actions with concrete detail, and a reason or an outcome."),
            8: marked("Action, detail, reason and outcome in most answers."),
            10: marked("As 8, with figures or checks behind the outcomes, and what was learned."),
        },
        rule=rules.quality,
    ),
    Category(
        key="pacing_timing",
        title=marked("Pacing and timing"),
        question=marked("Is the speech easy to follow, and are answers of a length one can hold?"),
        anchors={
            2: marked("Hard to follow: very fast, or with fillers listeners notice."),
            4: marked("Two of these stand out: speed, fillers, answers over three minutes."),
            6: marked("One of these stands out."),
            8: marked("Nothing stands out."),
            10: marked("As 8, where speech and silence were measured separately."),
        },
        rule=rules.pacing,
    ),
    Category(
        key="engagement_interaction",
        title=marked("Engagement and interaction"),
        question=marked("Are questions taken up, and does the person ask about the job?"),
        anchors={
            2: marked("Few questions are taken up."),
            4: marked("Some questions are taken up with something concrete."),
            6: marked("About two thirds of the questions are taken up with something concrete."),
            8: marked("Nearly every question is taken up with something concrete."),
            10: marked("As 8, with own questions about the job where there was room for them."),
        },
        rule=rules.engagement,
    ),
    Category(
        key="role_fit",
        title=marked("Role fit and alignment"),
        question=marked("Does the proof touch what this job asks for?"),
        anchors={
            2: marked("What was done touches the job's text in one place at most."),
            4: marked("Some answers touch it; the proof is thin."),
            6: marked("About half of the proof touches what the job asks for."),
            8: marked("Most answers prove something the job asks for."),
            10: marked("As 8, over many of the job's requirements."),
        },
        rule=rules.role_fit,
    ),
    Category(
        key=OVERALL,
        title=marked("Overall strengths and areas for improvement"),
        question=marked("What carries this interview, and what would help most?"),
        anchors={
            2: marked("The mean of the rated categories lies at 2 or above."),
            4: marked("The mean of the rated categories lies at 4 or above."),
            6: marked("The mean of the rated categories lies at 6 or above."),
            8: marked("The mean of the rated categories lies at 8 or above."),
            10: marked("Every rated category reaches 10."),
        },
    ),
)
BY_KEY: Mapping[str, Category] = {category.key: category for category in RUBRIC}
