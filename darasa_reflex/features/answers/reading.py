"""The one reader of answers: what the interviewer asks on from, and what the report counts."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from darasa_reflex.features.answers import left_out, manner, parts, topic, words
from darasa_reflex.features.answers.left_out import LeftOut
from darasa_reflex.features.answers.manner import Manner
from darasa_reflex.features.answers.originality import Originality
from darasa_reflex.features.answers.parts import Part
from darasa_reflex.features.answers.words import Sentence

# What is read as an answer even so: said twice, or off the topic, it was said.
_READ_ANYWAY = frozenset({LeftOut.REPEAT, LeftOut.AWAY, LeftOut.PRAISE, LeftOut.TALK})
# What speaks against an answer is counted there, too: leaving it out would raise.
_COUNTS_AGAINST = frozenset({LeftOut.ADDRESSED, LeftOut.PRAISE, LeftOut.TALK})
_I = frozenset({"i", "i've", "i'd", "i'm", "i'll", "me", "my", "mine", "myself"})
_WE = frozenset({"we", "we've", "we'd", "we're", "we'll", "us", "our", "ours", "ourselves"})


@dataclass(frozen=True, slots=True)
class Reading:
    """An answer as rules read it.

    Attributes:
        sentences: All of it, in order.
        left_out: For each sentence why it is not counted, or None.
        parts: What was found of each part, and where.
        manners: For each manner the sentences that count and hold it.
        phrases: For each manner its words, in order, of the sentences that count.
    """

    sentences: tuple[Sentence, ...]
    left_out: tuple[LeftOut | None, ...]
    parts: Mapping[Part, Sentence]
    manners: Mapping[Manner, tuple[Sentence, ...]] = field(
        default_factory=dict[Manner, tuple[Sentence, ...]]
    )
    phrases: Mapping[Manner, tuple[str, ...]] = field(default_factory=dict[Manner, tuple[str, ...]])

    @property
    def counted(self) -> tuple[Sentence, ...]:
        """The sentences that are not left out."""
        pairs = zip(self.sentences, self.left_out, strict=True)
        return tuple(sentence for sentence, why in pairs if why is None)

    @property
    def own(self) -> int:
        """How often the person speaks of "I"."""
        return sum(term in _I for sentence in self.sentences for term in sentence.terms)

    @property
    def shared(self) -> int:
        """How often the person speaks of "we"."""
        return sum(term in _WE for sentence in self.sentences for term in sentence.terms)

    @property
    def is_only_ours(self) -> bool:
        """Whether what counts of it speaks of "we", and never of "I"."""
        terms = {term for sentence in self.counted for term in sentence.terms}
        return bool(terms & _WE) and not terms & _I

    @property
    def numbers(self) -> tuple[str, ...]:
        """The numbers as they were said, in order."""
        return tuple(
            hit[0].strip()
            for sentence in self.sentences
            for hit in parts.NUMBER.finditer(words.plain(sentence.text))
        )

    @property
    def is_measurable(self) -> bool:
        """Whether the result has a size that can be asked for; what happened to people has none."""
        result = self.parts.get(Part.RESULT)
        return result is not None and parts.has_size(result)

    @property
    def word_count(self) -> int:
        """Words of it that count."""
        return sum(words.count(sentence.text) for sentence in self.counted)


class Reader:
    """Reads the answers of one interview in order; what was said before is not counted again.

    Args:
        job: Texts of the job: title, description, requirements.
    """

    def __init__(self, job: Iterable[str] = ()) -> None:
        texts = tuple(job)
        self.job = topic.job_stems(*texts)
        self._memory = Originality()
        for text in texts:
            self._memory.borrow(text)

    def read(
        self,
        said: Sequence[tuple[int, str]],
        questions: Sequence[str] = (),
        *,
        personal: bool = False,
    ) -> Reading:
        """Return the reading of one answer.

        Args:
            said: Its turns: place in the transcript, and text.
            questions: What was asked, whose words are not the person's.
            personal: The question asks for the person's own reasons or path: home is on its topic.
        """
        for text in questions:
            self._memory.borrow(text)
        spoken = tuple(s for turn, text in said for s in words.sentences(turn, text))
        whys = [left_out.why(s, self.job) or self._memory.why(s) for s in spoken]
        sound = [s for s, why in zip(spoken, whys, strict=True) if not why]
        asked = topic.job_stems(*questions)
        near = iter([True] * len(sound) if personal else topic.belongs(sound, asked, self.job))
        whys = [why or (None if next(near) else LeftOut.AWAY) for why in whys]
        read = [
            s for s, why in zip(spoken, whys, strict=True) if why is None or why in _READ_ANYWAY
        ]
        counted = [s for s, why in zip(spoken, whys, strict=True) if why is None]
        against = [s for s, why in zip(spoken, whys, strict=True) if why in _COUNTS_AGAINST]
        manners, phrases = _manners(counted, against)
        return Reading(spoken, tuple(whys), parts.parts_of(read), manners, phrases)


def read(text: str) -> Reading:
    """Return the reading of a text that stands alone."""
    return Reader().read([(0, text)])


def _manners(
    counted: Sequence[Sentence], against: Sequence[Sentence]
) -> tuple[Mapping[Manner, tuple[Sentence, ...]], Mapping[Manner, tuple[str, ...]]]:
    places: dict[Manner, tuple[Sentence, ...]] = {}
    phrases: dict[Manner, tuple[str, ...]] = {}
    kept = [(sentence, frozenset(Manner)) for sentence in counted]
    kept += [(sentence, manner.AGAINST) for sentence in against]
    for sentence, which in kept:
        for found, hits in manner.manners_of(sentence).items():
            if found in which:
                places[found] = (*places.get(found, ()), sentence)
                phrases[found] = (*phrases.get(found, ()), *hits)
    return places, phrases
