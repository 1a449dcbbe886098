"""Engines are found and chosen."""

import pytest
from pydantic import SecretStr

from darasa_reflex.core.discovery import Provider, choose
from darasa_reflex.core.errors import ServiceUnavailable
from darasa_reflex.parts import PORTS, providers

GOOD = Provider[str](name="good", title="Good", rank=2, build=lambda keys: "good", needs=("KEY",))
PLAIN = Provider[str](name="plain", title="Plain", rank=0, build=lambda keys: "plain")


def test_the_best_engine_that_can_run_is_chosen():
    _, with_key = choose([GOOD, PLAIN], "auto", {"KEY": SecretStr("x")})
    _, without = choose([GOOD, PLAIN], "auto", {})

    assert with_key.name == "good"
    assert without.name == "plain"
    assert without.passed_over == (("Good", "KEY is not set."),)


def test_a_named_engine_without_its_key_is_refused_in_one_sentence():
    with pytest.raises(ServiceUnavailable, match="KEY is not set"):
        choose([GOOD, PLAIN], "good", {})


def test_an_unknown_engine_is_refused():
    with pytest.raises(ServiceUnavailable, match='no engine called "other"'):
        choose([GOOD, PLAIN], "other", {})


# Without a language model, none is used.
@pytest.mark.parametrize("port", sorted(PORTS.keys() - {"language_model"}))
def test_every_port_has_an_engine_that_needs_no_key(port):
    assert any(not provider.needs for provider in providers(port))
