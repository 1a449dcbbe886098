"""What a receipt tells of services outside comes from their provider files."""

import pytest

from darasa_reflex.core.engines.discovery import Keeps, Provider
from darasa_reflex.features.personal_data.receipt import Outsiders
from darasa_reflex.parts import PORTS, providers


def a_provider(name: str, keeps: Keeps | None = None, parts: tuple[str, ...] = ()):
    return Provider(name=name, title=name, rank=0, build=object, keeps=keeps, parts=parts)


def test_an_engine_is_told_with_what_its_parts_keep():
    words, calls = Keeps("Words go out."), Keeps("Calls stay.", by_name=True)
    found = {
        "interviewer": [a_provider("local", parts=("mind",)), a_provider("far", calls)],
        "judge": [a_provider("local")],
        "mind": [a_provider("model", words), a_provider("local")],
    }

    plain = Outsiders.of(found, {"mind": "local"})
    worded = Outsiders.of(found, {"mind": "model"})

    assert plain.engines == {"local": (), "far": (calls,)}
    assert worded.engines == {"local": (words,), "far": (calls,)}
    assert worded.judges == {"local": ()}


@pytest.mark.parametrize("port", ["interviewer", "language_model"])
def test_whoever_needs_a_key_says_what_they_keep(port):
    outside = [one for one in providers(port) if one.needs]

    assert outside
    assert all(one.keeps and one.keeps.told.endswith(".") for one in outside)
    assert port in PORTS
