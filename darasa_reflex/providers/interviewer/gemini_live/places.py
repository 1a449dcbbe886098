"""Where in the plan the interview stands, told from what the interviewer says."""

import re
from dataclasses import dataclass

from rapidfuzz import fuzz

from darasa_reflex.features.interviews import evi
from darasa_reflex.features.interviews.questions.question_plan import PlannedQuestion, QuestionPlan

_WORD, _ANY_WORD = re.compile(r"[^\W\d_]{4,}"), re.compile(r"\w+")
_SENTENCE, _QUESTION = re.compile(r"[.!?]+\s*"), re.compile(r"[^.!?¿]+\?")
# Of four letters and more, in all languages that interviews are held in.
_COMMON_WORDS = (
    "about after also before could does during ever from have here into just like more most much "
    "only other over some than that their them then there these they thing this through time want "
    "were what when where which while will with would your yourself "
    "aber alle auch beim dann dass dein deine denn diese diesen diesem dieser dieses doch durch "
    "eine einem einen einer etwas gibt habe haben hatte hatten ihnen ihre ihrem ihren ihrer kann "
    "können mehr mich nach nicht noch oder ohne schon sein sehr sich sind über viel waren warum "
    "welche welchem welchen welcher welches wenn werden wird würde würden "
    "alors aussi avec avez avoir cela cette ceux chez comme comment dans depuis elle elles encore "
    "entre être était faire fait leur leurs mais même nous pour pourquoi quand quel quelle "
    "quelles quels quoi sans serait sont sous tout toute toutes tous très vers votre vous "
    "voudriez "
    "algo alguna algún ante antes como cómo contra cuál cuáles cuando cuándo desde donde dónde "
    "durante ella ellos entre esta está este esto fueron había hace hacer hasta hizo para pero "
    "porque puede qué quién sería sido sobre también tenido tiene tener todo todos usted ustedes"
)
_COMMON = frozenset(_COMMON_WORDS.split())
# A question counts as asked when so much of its own words was heard: models keep to the wording
# of the plan but for a word or two, and follow-ups share a third of it at most.
_LEAST_SHARE = 0.6
_SAME_WORD = 85
# One or two words of its own, such as "questions", stand in many a greeting: of such a question so
# much of all its words must be heard in one sentence.
_FEW_WORDS = 3
_LEAST_WHOLE = 0.7


@dataclass(slots=True)
class Places:
    """Follows the plan; `at` is the index of the open question, -1 before the first."""

    plan: QuestionPlan
    at: int = -1

    @property
    def open(self) -> PlannedQuestion | None:
        """The question that is open; None before the first."""
        return self.plan.questions[self.at] if self.at >= 0 else None

    @property
    def is_last(self) -> bool:
        """Whether nothing of the plan is left to ask."""
        return self.at == len(self.plan.questions) - 1

    def reach(self, key: str | None) -> None:
        """Take an earlier call's place."""
        keys = [question.key for question in self.plan.questions]
        self.at = keys.index(key) if key in keys else self.at

    def place(self, reply: str) -> evi.Place:
        """Return where the newest sentence of a reply stands.

        Args:
            reply: All sentences of the reply so far.
        """
        shares = [(_share(question.text, reply), index) for index, question in self._to_come]
        share, index = max(shares, default=(0.0, -1))
        if share >= _LEAST_SHARE:
            self.at = index
        key = self.open.key if self.open else None
        number, of = self.plan.place_of(key)
        return evi.Place(question=key, number=number, of=of)

    @property
    def _to_come(self) -> list[tuple[int, PlannedQuestion]]:
        return [(i, q) for i, q in enumerate(self.plan.questions) if i > self.at]


def _share(question: str, reply: str) -> float:
    """Return how much of a question's own words a reply contains, 0 to 1."""
    wanted, heard = _words(question), _words(reply)
    if len(wanted) < _FEW_WORDS:
        # What leads up to a question leaves as a sentence of its own, or is left out.
        asking: str = max(_QUESTION.findall(question), key=len, default=question)
        return max((_whole(asking, sentence) for sentence in _SENTENCE.split(reply)), default=0.0)
    found = sum(any(fuzz.ratio(word, other) >= _SAME_WORD for other in heard) for word in wanted)
    return found / len(wanted)


def _whole(question: str, sentence: str) -> float:
    """Return how much of all words of a question a sentence holds; 0 where that is too little."""
    wanted, heard = (set(_ANY_WORD.findall(text.lower())) for text in (question, sentence))
    share = len(wanted & heard) / len(wanted) if wanted else 0.0
    return share if share >= _LEAST_WHOLE else 0.0


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.lower())) - _COMMON
