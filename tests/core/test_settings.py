"""What a deployment may change."""

import re
from pathlib import Path

import pytest
from pydantic import ValidationError

from darasa_reflex.parts import PORTS, providers
from darasa_reflex.settings import Settings

EXAMPLE = Path(__file__).parents[2] / ".env.example"


def test_every_setting_and_every_key_is_in_the_example():
    named = set(re.findall(r"^#?([A-Z_]+)=", EXAMPLE.read_text(), re.MULTILINE))

    ours = {f"DARASA_{field.upper()}" for field in Settings.model_fields}
    keys = {
        key
        for port in PORTS
        for provider in providers(port)
        for key in (*provider.needs, *provider.takes)
    }

    assert ours | keys <= named


def test_further_origins_are_read_from_one_line(monkeypatch):
    monkeypatch.setenv("DARASA_ORIGINS", "https://a.example/, https://b.example")
    monkeypatch.setenv("PORT", "4000")

    given = Settings(_env_file=None)

    assert given.allowed_origins[0] == "http://localhost:4000"
    assert given.allowed_origins[-2:] == ("https://a.example", "https://b.example")


def test_a_server_is_reached_from_this_machine_alone_until_somebody_says_otherwise():
    assert Settings.model_fields["host"].get_default() == "127.0.0.1"


def test_a_secret_is_never_printed(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql://me:hunter2@db/x")
    monkeypatch.setenv("DARASA_PORT", "hunter2")

    with pytest.raises(ValidationError) as caught:
        Settings(_env_file=None)

    assert "hunter2" not in str(caught.value)
    monkeypatch.setenv("DARASA_PORT", "3000")
    assert "hunter2" not in repr(Settings(_env_file=None))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DARASA_LOG_LEVEL", "loud"),
        ("DARASA_DATABASE_URL", "nonsense"),
        ("DARASA_DATABASE_URL", "mysql://me:hunter2@db/x"),
    ],
)
def test_a_value_that_would_fail_later_is_refused_by_name(monkeypatch, name, value):
    monkeypatch.setenv(name, value)

    with pytest.raises(ValidationError) as caught:
        Settings(_env_file=None)

    assert value not in str(caught.value)


def test_a_level_may_be_written_small(monkeypatch):
    monkeypatch.setenv("DARASA_LOG_LEVEL", "debug")

    assert Settings(_env_file=None).log_level == "DEBUG"
