"""Files by HTTP from a real server on loopback."""

import time

import pytest

from darasa_reflex.features.speech_models.fetching import NotFetched, Why
from darasa_reflex.providers.fetcher.http import HttpFetcher
from tests.machine.services.postgres import free_port
from tests.vendors import loopback_tls, model_server
from tests.vendors.model_server import Plan

pytestmark = pytest.mark.slow

DATA = bytes(range(256)) * 4_000


@pytest.fixture
def server():
    with model_server.running({"a/model.bin": DATA}) as running:
        yield running


async def read(server, begins_at=0, tag=None, seconds=0.3):
    """Return the answer to a request, and its bytes."""
    fetcher = HttpFetcher(silent_seconds=seconds)
    async with fetcher.open(f"{server.url}/a/model.bin", begins_at, tag) as answer:
        return answer, b"".join([piece async for piece in answer.pieces])


async def refused(server, **more) -> Why:
    with pytest.raises(NotFetched) as caught:
        await read(server, **more)
    return caught.value.why


async def test_a_whole_file_comes_with_its_size_and_tag(server):
    answer, data = await read(server)

    assert (answer.begins_at, answer.total, answer.tag) == (0, len(DATA), '"first"')
    assert data == DATA
    assert [asked.packing for asked in server.asked] == ["identity"]


async def test_the_rest_of_a_file_comes_from_a_place_on(server):
    answer, data = await read(server, 1_000, '"first"')

    assert (answer.begins_at, answer.total) == (1_000, len(DATA))
    assert data == DATA[1_000:]


async def test_another_state_of_the_file_comes_whole(server):
    answer, data = await read(server, 1_000, '"zeroth"')

    assert answer.begins_at == 0
    assert data == DATA


@pytest.mark.parametrize("tag", [None, 'W/"first"'])
async def test_a_name_that_does_not_name_the_bytes_is_no_tag(server, tag):
    server.always = Plan(tag=tag)

    answer, _ = await read(server)

    assert answer.tag is None


async def test_a_size_that_is_not_told_is_unknown(server):
    server.always = Plan(says=-1)

    answer, data = await read(server)

    assert answer.total is None
    assert data == DATA


@pytest.mark.parametrize(
    ("plan", "why"),
    [
        (Plan(status=404), Why.MISSING),
        (Plan(status=401), Why.MISSING),
        (Plan(status=429), Why.BUSY),
        (Plan(status=500), Why.BUSY),
        (Plan(status=503), Why.BUSY),
        (Plan(status=416), Why.PAST_THE_END),
        (Plan(only=1_000), Why.BROKEN),
        (Plan(only=0, end="reset"), Why.BROKEN),
        (Plan(only=1_000, end="silence"), Why.BROKEN),
    ],
)
async def test_an_answer_without_the_file_says_why(server, plan, why):
    server.always = plan

    assert await refused(server) is why


async def test_a_silent_server_is_left_after_its_time(server):
    server.always = Plan(only=1_000, end="silence")
    began = time.monotonic()

    await refused(server, seconds=0.3)

    assert 0.3 <= time.monotonic() - began < 20


async def test_a_slow_server_is_not_a_silent_one(server):
    # 16 KB every 0.1 s: in all longer than the silence that is borne.
    server.always = Plan(per_second=160_000, only=100_000, says=100_000)

    _, data = await read(server, seconds=0.4)

    assert data == DATA[:100_000]


async def test_nobody_there_is_told_at_once(server):
    server.url = f"http://127.0.0.1:{free_port()}"

    assert await refused(server) is Why.UNREACHABLE


async def test_a_certificate_nobody_vouches_for_is_not_trusted(server, tmp_path):
    loopback_tls.make_certificate(tmp_path)

    with model_server.running(tls=loopback_tls.server_tls(tmp_path)) as unknown:
        assert await refused(unknown) is Why.UNTRUSTED


async def test_a_redirect_is_followed_with_its_range(server):
    # As hosts of models do: to another name, and signed.
    elsewhere = server.url.replace("127.0.0.1", "localhost")
    server.plans = [Plan(status=302, location=f"{elsewhere}/a/model.bin?signed=1")]
    server.files["a/model.bin?signed=1"] = DATA

    answer, data = await read(server, 500, '"first"')

    assert answer.begins_at == 500
    assert data == DATA[500:]
    assert [asked.begins_at for asked in server.asked] == [500, 500]


@pytest.mark.parametrize(
    "location",
    ["http://example.org/model.bin", "ftp://127.0.0.1/x", "file:///etc/passwd", "http://[::2]/x"],
)
async def test_a_redirect_to_an_unsafe_place_is_not_followed(server, location):
    server.always = Plan(status=302, location=location)

    assert await refused(server) is Why.UNSAFE


async def test_redirects_in_a_circle_end(server):
    server.always = Plan(status=302, location="/a/model.bin")

    assert await refused(server) is Why.UNSAFE
    assert len(server.asked) == 5


@pytest.mark.parametrize(
    "address", ["http://example.org", "ftp://127.0.0.1", "nonsense", "http://"]
)
async def test_only_https_is_asked_except_on_this_machine(server, address):
    server.url = address

    assert await refused(server) is Why.UNSAFE
