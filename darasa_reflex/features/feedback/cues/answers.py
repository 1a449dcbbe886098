"""Each answer with the evidence found in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from darasa_reflex.features.feedback import exchanges, words
from darasa_reflex.features.feedback.cues import actions, lexicon, patterns, sentence_cues, topic
from darasa_reflex.features.feedback.cues.originality import Originality
from darasa_reflex.features.feedback.cues.sentence_cues import Cue, Flaw, Marked
from darasa_reflex.features.feedback.exchanges import Exchange, Kind
from darasa_reflex.features.feedback.material import Material, Said
from darasa_reflex.features.feedback.words import Sentence

_EXPLAINS_WITH = 3
# An own figure and result credited at this strength or more is proof, not a mention.
_PROOF = 0.5
# What others did after an own action is its effect, though nobody said so.
_EFFECT = 0.7
# From so many sentences on, own actions are told in the past tense.
_PLAINLY_TOLD = 2
# Cues that place a word of the job in something told, not merely meant.
_TOLD = (Cue.ACTION, Cue.DETAIL, Cue.REASON, Cue.CHECK, Cue.RESULT, Cue.REFLECTION)
# Words of the job credited for one sentence, so that a list of them gains nothing.
_TIES_PER_SENTENCE = 3


@dataclass(frozen=True, slots=True)
class Answer:
    """An exchange with every sentence of its answer marked.

    Attributes:
        marked: In the order they were said; sentences of rough turns are left out, and all that
            are not in English.
        topic: What the question is about.
    """

    exchange: Exchange
    marked: tuple[Marked, ...]
    topic: frozenset[str]

    @property
    def proof(self) -> list[Marked]:
        """The sentences that hold evidence, in order."""
        return [m for m in self.marked if m.evidence]

    @property
    def evidence(self) -> Mapping[Cue, float]:
        """Each cue once, with its best strength, however often it was shown."""
        best: dict[Cue, float] = {}
        for marked in self.proof:
            for cue, strength in marked.evidence.items():
                best[cue] = max(best.get(cue, 0.0), strength)
        return best

    @property
    def verbs(self) -> frozenset[str]:
        """Distinct own past actions."""
        return frozenset(verb for marked in self.proof for verb in marked.verbs)

    @property
    def job_stems(self) -> frozenset[str]:
        """Words of the job that the evidence touches, at most three for one sentence."""
        proofs = [m for m in self.proof if max(m.evidence.values()) >= _PROOF]
        told = [m for m in proofs if max(m.evidence.get(cue, 0.0) for cue in _TOLD) >= _PROOF]
        proofs = told or proofs
        return frozenset(s for m in proofs for s in sorted(m.job_stems)[:_TIES_PER_SENTENCE])

    @property
    def hedges(self) -> int:
        """Hedges in the whole answer."""
        return sum(marked.hedges for marked in self.marked)

    def flaws(self, *kinds: Flaw) -> list[Marked]:
        """Return the sentences with one of these flaws, in order."""
        return [m for m in self.marked if m.flaw in kinds]

    @property
    def word_count(self) -> int:
        """Words of the answer that could be read; repetitions and copies are left out."""
        unread = {Flaw.LISTING, Flaw.REPEAT, Flaw.COPY, Flaw.ADDRESSED}
        return sum(words.count(m.sentence.text) for m in self.marked if m.flaw not in unread)

    @property
    def is_answered(self) -> bool:
        """Whether something was said that can be read as an answer."""
        return any(m.flaw is not Flaw.LISTING for m in self.marked)


def read(material: Material) -> list[Answer]:
    """Return the answers of an interview in order, greetings and closings included."""
    job = material.job
    job_stems = topic.job_stems(job.title or "", job.description, *job.requirements)
    memory = Originality()
    for text in (job.title or "", job.description, *job.requirements):
        memory.borrow(text)
    found: list[Answer] = []
    for exchange in exchanges.exchanges(material):
        for turn in exchange.asked:
            memory.borrow(turn.text)
        legible = () if material.foreign else tuple(filter(_is_legible, exchange.answered))
        found.append(_answer(exchange, legible, job_stems, memory))
    return found


def _answer(
    exchange: Exchange, legible: Sequence[Said], job_stems: frozenset[str], memory: Originality
) -> Answer:
    spoken = [s for t in legible for s in words.sentences(t.index, t.text)]
    asked = topic.job_stems(exchange.question)
    flaws = [sentence_cues.flaw_of(s, job_stems) or memory.flaw_of(s) for s in spoken]
    sound = [s for s, flaw in zip(spoken, flaws, strict=True) if not flaw]
    on_topic = iter(topic.belongs(sound, asked, job_stems))
    flaws = [flaw or (None if next(on_topic) else Flaw.OFF_TOPIC) for flaw in flaws]
    in_past = _told_in_past([s for s, flaw in zip(spoken, flaws, strict=True) if not flaw])
    marked: list[Marked] = []
    for sentence, flaw in zip(spoken, flaws, strict=True):
        if flaw:
            hedges = len(patterns.HEDGE.findall(words.plain(sentence.text)))
            marked.append(Marked(sentence, flaw, hedges=hedges))
            continue
        found = sentence_cues.evidence_of(sentence, job_stems, told_in_past=in_past)
        if any(earlier.verbs for earlier in marked):
            found = _with_effect(found)
        elif found.verbs and sentence_cues.sets_off(sentence):
            found = _credited(found)
        marked.append(_for_kind(found, exchange.kind, asked | job_stems))
    return Answer(exchange, tuple(marked), asked)


def _with_effect(marked: Marked) -> Marked:
    """Return a sentence with the outcome that an earlier own action brought about."""
    later = not marked.verbs and sentence_cues.came_later(marked.sentence)
    followed = later or sentence_cues.is_turn_of_events(marked.sentence)
    if marked.flaw or not (followed or (marked.verbs and sentence_cues.sets_off(marked.sentence))):
        return marked
    return _credited(marked, measured=later)


def _credited(marked: Marked, *, measured: bool = False) -> Marked:
    found = dict(marked.evidence)
    found[Cue.RESULT] = max(found.get(Cue.RESULT, 0.0), _EFFECT)
    if measured and patterns.FIGURE.search(words.plain(marked.sentence.text)):
        found[Cue.FIGURE] = max(found.get(Cue.FIGURE, 0.0), _EFFECT)
    return replace(marked, evidence=found)


def _is_legible(turn: Said) -> bool:
    return turn.from_text or not turn.rough


def _told_in_past(spoken: Sequence[Sentence]) -> bool:
    """Tell whether sentences that say something particular look back, in a present tense.

    Who tells what they did in the past tense means the present as the present.
    """
    plainly = sum(bool(actions.find(s, told_in_past=False).verbs) for s in spoken)
    return plainly < _PLAINLY_TOLD and any(
        patterns.TIME_OR_PLACE.search(words.plain(s.text))
        or {"was", "were", "did", "had"} & {*s.terms}
        for s in spoken
        if sentence_cues.specifics(s)
    )


def _for_kind(marked: Marked, kind: Kind, near: frozenset[str]) -> Marked:
    """Return a marked sentence with the cues that count for this kind of question."""
    found = dict(marked.evidence)
    if kind is Kind.APPROACH and not marked.flaw:
        explained = len(sentence_cues.specifics(marked.sentence)) >= _EXPLAINS_WITH
        if explained and frozenset(marked.sentence.stems) & near:
            found.setdefault(Cue.DETAIL, 1.0)
            found[Cue.DETAIL] = found[Cue.DETAIL] or 1.0
    if kind is Kind.EXPERIENCE and Cue.PLAN in found and not found.get(Cue.ACTION):
        found = {Cue.PLAN: found[Cue.PLAN]}
    if found and marked.job_stems:
        found[Cue.TIE] = max(found.values())
    return replace(marked, evidence=found)


def is_dodge(answer: Answer) -> bool:
    """Tell whether nothing was proven and the person said they had no answer."""
    text = " ".join(words.plain(m.sentence.text) for m in answer.marked)
    return not answer.proof and bool(patterns.DONT_KNOW.search(text))


def reads_as_english(answers: Sequence[Answer]) -> bool:
    """Tell whether the words of all answers are mostly sentences in English."""
    terms = [term for a in answers for m in a.marked for term in m.sentence.terms]
    known = sum(term in lexicon.FUNCTION_WORDS for term in terms)
    return known >= 0.2 * len(terms)
