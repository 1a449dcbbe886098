"""Chats that Hume has kept, read from a loopback server that pages, repeats and fails as it may."""

import pytest
from hume import AsyncHumeClient
from pydantic import SecretStr

from darasa_reflex.core.errors import NotFound, ServiceUnavailable
from darasa_reflex.providers.interviewer.hume.rest.history import HumeHistorian
from tests.vendors.hume import hume_rest
from tests.vendors.hume.hume_events import START_MS

pytestmark = pytest.mark.slow

SAID = [
    ("interviewer", "Hello Ada."),
    ("actor", "Yes."),
    ("interviewer", "Why?"),
    ("actor", "Yes."),
]


@pytest.fixture
def hume():
    with hume_rest.running() as stand_in:
        stand_in.keep("c/1", *SAID)
        yield stand_in


def historian(hume, key=hume_rest.KEY, **more) -> HumeHistorian:
    return HumeHistorian(hume.base_url, SecretStr(key), **more)


async def told(hume, **more) -> list[tuple[str, str]]:
    chat = await historian(hume, **more).recall("c/1")
    return [(turn.speaker, turn.text) for turn in chat.turns]


async def test_the_official_client_reads_the_stand_in(hume):
    hume.page_size = 2
    client = AsyncHumeClient(base_url=hume.base_url, api_key=hume_rest.KEY)

    hume.keep("c-1", *SAID)
    pager = await client.empathic_voice.chats.list_chat_events(id="c-1", ascending_order=True)
    texts = [event.message_text async for event in pager]

    assert texts == [text for _, text in SAID] + [None]
    await client._client_wrapper.httpx_client.httpx_client.aclose()


def test_the_official_client_has_no_way_to_delete_a_chat():
    """What a deleted person's receipt says of Hume rests on this."""
    voice = AsyncHumeClient(api_key="none").empathic_voice

    can = {name for part in (voice.chats, voice.chat_groups) for name in dir(part)}

    assert any("list" in name for name in can)
    assert not [name for name in can if "delete" in name or "remove" in name]


async def test_every_page_is_read_in_order_of_time(hume):
    hume.page_size = 2

    assert await told(hume) == SAID
    numbers = [query["page_number"] for _, _, query in hume.asked]
    assert numbers == ["0", "1", "2", "3"]
    assert hume.asked[0][2]["page_size"] == "100"
    assert hume.asked[0][2]["ascending_order"] == "true"


@pytest.mark.parametrize("trouble", ["doubled", "shuffled"])
async def test_doubled_and_shuffled_events_come_once_and_in_order(hume, trouble):
    hume.page_size = 3
    setattr(hume, trouble, True)

    assert await told(hume) == SAID


async def test_seconds_and_milliseconds_are_the_same_time(hume):
    exact = await historian(hume).recall("c/1")
    hume.in_seconds = True

    rough = await historian(hume).recall("c/1")

    assert [turn.at_ms for turn in rough.turns] == [turn.at_ms for turn in exact.turns]
    assert exact.turns[0].at_ms == START_MS + 5_000


@pytest.mark.parametrize(
    ("features", "expected"),
    [
        ('{"Joy": 0.25}', {"Joy": 0.25}),
        ('{"Joy": -0.01, "Awe": 3, "Fear": "0.2", "Pain": true}', {"Joy": 0.0, "Awe": 1.0}),
        ("", {}),
        (None, {}),
        ("{", {}),
        ("[1]", {}),
        ({"Joy": 1}, {}),
        ('{"Joy": NaN}', {}),
    ],
)
async def test_scores_that_cannot_be_read_are_no_scores(hume, features, expected):
    hume.chats["c/1"].events[1]["emotion_features"] = features

    chat = await historian(hume).recall("c/1")

    assert chat.turns[1].expressions == expected
    assert chat.turns[0].expressions == {}


async def test_events_that_cannot_be_read_are_left_out(hume):
    hume.chats["c/1"].events[0:0] = [
        "no event",
        {"id": "x", "type": "USER_MESSAGE", "timestamp": "soon", "message_text": None},
        {"id": "y", "type": "TOMORROW", "timestamp": None, "message_text": "planted"},
    ]

    assert await told(hume) == SAID


async def test_a_chat_is_over_when_hume_says_so(hume):
    hume.chats["c/1"].active_reads = 1

    assert not (await historian(hume).recall("c/1")).over
    assert (await historian(hume).recall("c/1")).over


async def test_a_chat_that_hume_does_not_know_is_not_found(hume):
    with pytest.raises(NotFound):
        await historian(hume).recall("another")


@pytest.mark.parametrize(
    ("status", "retryable", "word"),
    [
        (401, False, "HUME_API_KEY"),
        (403, False, "plan"),
        (302, False, "update"),
        (429, True, "often"),
        (500, True, "side"),
        (503, True, "side"),
    ],
)
async def test_a_refusal_is_a_sentence_of_ours(hume, status, retryable, word):
    hume.refusals.append(status)

    with pytest.raises(ServiceUnavailable) as caught:
        await historian(hume).recall("c/1")

    assert caught.value.retryable is retryable
    assert word in caught.value.message
    assert "planted" not in str(caught.value)
    assert caught.value.__cause__ is None


async def test_a_wrong_key_is_told_and_not_shown(hume):
    with pytest.raises(ServiceUnavailable) as caught:
        await historian(hume, key="wrong-secret").recall("c/1")

    assert "wrong-secret" not in f"{caught.value} {historian(hume, key='wrong-secret')}"


async def test_silence_ends_in_a_sentence(hume):
    hume.silent = True

    for patience in ({"timeout_seconds": 0.1}, {"longest_seconds": 0.1}):
        with pytest.raises(ServiceUnavailable) as caught:
            await historian(hume, **patience).recall("c/1")
        assert caught.value.retryable


async def test_a_server_that_is_not_there_can_be_tried_again():
    with pytest.raises(ServiceUnavailable) as caught:
        await HumeHistorian("http://127.0.0.1:1", SecretStr("k")).recall("c")

    assert caught.value.retryable


async def test_a_server_that_repeats_one_page_for_ever_is_left(hume, monkeypatch):
    monkeypatch.setattr("darasa_reflex.providers.interviewer.hume.rest.history._MOST_PAGES", 5)
    page = hume._chat("c/1", {"page_size": "100"})
    hume.answer = lambda *asked: hume.asked.append(asked) or page
    with hume_rest.running(hume):
        assert await told(hume) == SAID

    assert len(hume.asked) == 5
