"""What was read from a description into the other fields of its form, for a person to confirm."""

from dataclasses import dataclass, field, replace

from darasa_reflex.core.words.marks import marked
from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.core.words.sentences import listed
from darasa_reflex.features.job_infos.advert.facts import Facts

# Fields that a posting can fill, by what they are called beside each other.
_CALLED = {
    "title": marked("job title"),
    "name": marked("company"),
    "experience_level": marked("level"),
}


@dataclass(frozen=True, slots=True)
class Suggestions:
    """Fields that follow the description, and those that are the person's.

    Attributes:
        own: Fields the person wrote in; no reading touches them.
        shown: What the last reading offers for a field; an empty text empties it.
    """

    own: frozenset[str] = frozenset()
    shown: dict[str, str] = field(default_factory=dict[str, str])

    @classmethod
    def beside(cls, **texts: str) -> "Suggestions":
        """Return those of a form that opens with these texts: what is filled stays as it is."""
        return cls(frozenset(name for name, text in texts.items() if text))

    @property
    def sentence(self) -> str:
        """What was filled and not touched since, as a sentence; empty when nothing was."""
        names = [
            _(word)
            for name, word in _CALLED.items()
            if self.shown.get(name) and name not in self.own
        ]
        if not names:
            return ""
        return _(
            "Read from the text: {fields}. Correct what is wrong; nothing is saved yet.",
            fields=listed(names),
        )

    def taken(self, name: str) -> "Suggestions":
        """Return them after the person went into a field."""
        return replace(self, own=self.own | {name})

    def left(self, name: str, text: str) -> "Suggestions":
        """Return them after the person left a field with a text in it."""
        if not text.strip() or text == self.shown.get(name):
            return replace(self, own=self.own - {name})
        return self.taken(name)

    def read(self, facts: Facts) -> "Suggestions":
        """Return them after a reading."""
        found = {"title": facts.title, "name": facts.company, "experience_level": facts.level}
        shown = {name: text for name, text in found.items() if name not in self.own}
        return replace(self, shown=shown)
