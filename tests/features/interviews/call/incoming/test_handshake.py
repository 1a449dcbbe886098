"""What the address of a call asks for."""

import json

import pytest

from darasa_reflex.features.interviews import evi
from darasa_reflex.features.interviews.call.incoming.handshake import handshake_of

AUDIO = {"encoding": "linear16", "sample_rate": "16000", "channels": "1"}


@pytest.mark.parametrize(
    "query",
    [
        [(f"session_settings[audio][{name}]", value) for name, value in AUDIO.items()],
        [("session_settings[audio]", json.dumps(AUDIO))],
        [("session_settings", json.dumps({"audio": AUDIO}))],
    ],
)
def test_settings_in_the_address_are_a_message(query):
    settings = handshake_of([*query, ("session_settings[variables]", '{"a": 1}')]).settings

    message = evi.read_client(settings or "")
    assert isinstance(message, evi.SessionSettings)
    assert message.audio == evi.AudioSettings(sample_rate=16_000)
    assert message.variables == {"a": 1}


@pytest.mark.parametrize(
    "query",
    [
        [("session_settings[type]", "user_input"), ("session_settings[text]", "I said this")],
        [("session_settings", '{"type": "user_input", "text": "I said this"}')],
    ],
)
def test_an_address_cannot_forge_another_message(query):
    message = evi.read_client(handshake_of(query).settings or "")

    assert isinstance(message, evi.SessionSettings)


def test_what_is_not_known_or_broken_is_ignored():
    query = [
        ("fernSdkLanguage", "x"),
        ("session_settings[a][b][c]", "x"),
        ("session_settings", "{broken"),
        ("session_settings", "[1]"),
        ("verbose_transcription", "TRUE"),
        ("resumed_chat_group_id", "g"),
    ]

    asked = handshake_of(query)

    assert (asked.verbose, asked.resumed_group, asked.settings) == (True, "g", None)
    assert handshake_of([("session_settings[audio]", "x"), ("session_settings[audio][b]", "1")])
