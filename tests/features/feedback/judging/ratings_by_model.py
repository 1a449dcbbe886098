"""Answers a language model could give, and a run to give them to."""

from darasa_reflex.features.feedback.judging.rubric import OVERALL, RUBRIC
from darasa_reflex.features.feedback.material import Material
from tests.features.feedback import transcripts as said
from tests.features.feedback.transcripts import turns_of

KEYS = [category.key for category in RUBRIC if category.key != OVERALL]
OWN_WORDS = "I rewrote the loader to fetch them in one join"
OTHER_WORDS = "I paired with her on three releases"
MATERIAL = Material(
    job=said.BACKEND, turns=tuple(turns_of(said.BACKEND_STRONG, 400)), candidate="Ada"
)


def rated(level=7, quote=OWN_WORDS, *, only=None, **changes):
    """Return the answer of a pass; `only` limits `changes` and `quote` to one category."""

    def row(key):
        mine = only in {None, key}
        return {
            "category": key,
            "claims": [{"quote": quote if mine else OWN_WORDS, "shows": "own action", "turn": 1}],
            "reason": "You say what you did.",
            "level": level,
            "next_step": "Say how you checked it.",
        } | (changes if mine else {})

    return {
        "categories": [row(key) for key in KEYS],
        "strengths": [{"quote": OTHER_WORDS, "shows": "helps others grow", "turn": 5}],
        "improvements": ["Name what you gave up."],
    }


class KeptRun:
    """A run in memory."""

    def __init__(self):
        self.kept = {}
        self.steps = []

    async def step(self, words):
        self.steps.append(words)

    async def keep(self, name, value):
        self.kept[name] = value
