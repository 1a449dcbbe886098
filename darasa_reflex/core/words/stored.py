"""Sentences that are stored and read later, by whoever reads them in their own language.

`sentence` makes an English text that knows what it was made of; a model with fields of `Text`
stores both, and reads the sentence back in the language of the task. Other texts are stored and
read as they are: a person's words, a model's prose, and reports of older versions.
"""

import json
from collections.abc import Mapping
from typing import Annotated, Any, Self, cast

from pydantic import PlainSerializer, ValidatorFunctionWrapHandler, WrapValidator

from darasa_reflex.core.words.sentences import (
    ENGLISH,
    PLACE,
    Value,
    filled,
    gettext,
    language,
    ngettext,
)


class Sentence(str):
    """A sentence in English that can be told in other languages.

    Attributes:
        message: As of `gettext`.
        many: The English plural, where it depends on `values["count"]`; else None.
        values: What it is told with; sentences among them are told in the same language.
    """

    message: str
    many: str | None
    values: Mapping[str, Value]

    def __new__(cls, message: str, many: str | None, values: Mapping[str, Value]) -> Self:
        """Tell it in English."""
        text = message if many is None or values["count"] == 1 else many
        made = super().__new__(cls, filled(text, values))
        made.message, made.many, made.values = message, many, values
        return made

    def __getnewargs__(self) -> tuple[str, str | None, Mapping[str, Value]]:  # pyrefly: ignore[bad-override] (a copy is made of its parts)
        """Return what a copy is made of."""
        return self.message, self.many, self.values


class Told(str):
    """A sentence of ours in the language of who reads: no words of a person, no model's prose."""

    __slots__ = ()


def sentence(message: str, /, **values: Value) -> Sentence:
    """Return a sentence; the catalogues get it from here. Arguments as of `gettext`."""
    return Sentence(message, None, values)


def sentences(one: str, many: str, count: int, /, **values: Value) -> Sentence:
    """Return a sentence that depends on a number. Arguments as of `ngettext`."""
    return Sentence(one, many, {**values, "count": count})


def joined(texts: list[str], between: str = " ") -> str:
    """Return texts as one, which can be told in other languages where they can."""
    if len(texts) < 2:  # noqa: PLR2004 (nothing stands between)
        return texts[0] if texts else ""
    names = [f"part{place}" for place in range(len(texts))]
    pattern = between.join(f"{{{name}}}" for name in names)
    return Sentence(pattern, None, dict(zip(names, texts, strict=True)))


def _dumped(text: Value) -> Any:  # noqa: ANN401 (JSON)
    if not isinstance(text, Sentence):
        return text
    values = {name: _dumped(value) for name, value in text.values.items()}
    return {"message": text.message, "many": text.many, "values": values}


def told(stored: object) -> Any:  # noqa: ANN401 (what is no sentence is given back)
    """Return what was stored: a sentence in the language of the task, anything else as it is."""
    if not isinstance(stored, dict):
        return stored
    known = cast("dict[str, Any]", stored)
    values: dict[str, Any] = {name: told(value) for name, value in known["values"].items()}
    if known["many"] is None:
        message: str = known["message"]
        # As `joined` makes them: nothing that another language would say otherwise.
        bare = not PLACE.sub("", message).strip(_BETWEEN)
        if not bare:
            return Told(gettext(message, **values))
        text = filled(message, values)
        texts = (value for value in values.values() if isinstance(value, str))
        return Told(text) if all(isinstance(one, Told) for one in texts) else text
    count = values.pop("count")
    return Told(ngettext(known["message"], known["many"], count, **values))


def told_within(stored: object) -> Any:  # noqa: ANN401 (JSON)
    """Return JSON values with the sentences in them told in the language of the task."""
    if isinstance(stored, list):
        return [told_within(one) for one in cast("list[Any]", stored)]
    if not isinstance(stored, dict):
        return stored
    known = cast("dict[str, Any]", stored)
    if known.keys() == _PARTS:
        return told(known)
    return {name: told_within(value) for name, value in known.items()}


def retold(text: str) -> str:
    """Return a sentence that is not stored yet in the language of the task; others as they are."""
    return told(_dumped(text))


def as_column(text: str, most: int | None = None) -> str:
    """Return a sentence as a column of text holds it; `of_column` reads it back.

    Args:
        text: A sentence, or another text, which stays as it is.
        most: Characters of the column; a sentence that needs more is kept in English alone.
    """
    if not isinstance(text, Sentence):
        return text
    stored = json.dumps(_dumped(text), ensure_ascii=False)
    return text if most is not None and len(stored) > most else stored


def of_column(stored: str) -> str:
    """Return what `as_column` stored, in the language of the task; other texts as they are."""
    return told(json.loads(stored)) if stored.startswith(_MARK) else stored


def _validated(stored: object, handler: ValidatorFunctionWrapHandler) -> str:
    found = told(stored)
    return found if isinstance(found, Told) else handler(found)


def said(text: str) -> str:
    """Return a text in the language of the task: a sentence with its parts, or as marked."""
    if not isinstance(text, Sentence):
        return gettext(text)
    return text if language() == ENGLISH else retold(text)


_BETWEEN = " \n,;:"
_PARTS = {"message", "many", "values"}
_MARK = '{"message": '
Text = Annotated[str, PlainSerializer(_dumped), WrapValidator(_validated)]
