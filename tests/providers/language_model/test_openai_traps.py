"""What servers of OpenAI's protocol get wrong ends in a right answer or a right sentence."""

import asyncio
import time
from contextlib import aclosing

import pytest
from pydantic import SecretStr

from darasa_reflex.core.errors import InvalidInput
from darasa_reflex.features.language_models.asking import Asker
from darasa_reflex.features.language_models.failures import NotAnswered, Trouble
from darasa_reflex.features.language_models.port import Finish, Form, Question
from darasa_reflex.features.language_models.servers.addresses import address_of, check_resolved
from darasa_reflex.providers.language_model.openai_compatible import OpenAiCompatible
from darasa_reflex.testing.language_model import NAME_IT, RED, TALK
from tests.vendors import openai_text
from tests.vendors.openai_text import Answer, error, hang, plain, raw_stream, streamed, whole

pytestmark = pytest.mark.slow

CHUNK = b'data: {"id":"1","object":"chat.completion.chunk","model":"m","choices":[{"index":0,'


@pytest.fixture
def server():
    with openai_text.running() as running:
        yield running


@pytest.fixture
async def model(server):
    made = OpenAiCompatible(address_of(server.address), "test-model", SecretStr("key"))
    yield made
    await made.close()


async def asked(server, model, *answers, text="MATERIAL {}"):
    server.script(*answers)
    return (await Asker(model, 20).ask(NAME_IT, [text]))[0].colour


async def trouble(server, model, *answers, text="MATERIAL {}"):
    with pytest.raises(NotAnswered) as caught:
        await asked(server, model, *answers, text=text)
    return caught.value


@pytest.mark.parametrize(
    ("answer", "found"),
    [
        (Answer(parts=[(0, b"<html>Welcome to the router</html>")], kind="text/html"), "shape"),
        (Answer(parts=[(0, b"<html>Welcome to the router</html>")]), "shape"),
        (plain({"error": {"message": "no", "code": 429}}), "limit"),
        (plain({"error": "overloaded"}), "server"),
        (plain({"choices": []}), "shape"),
        (plain({"choices": None}), "shape"),
        (whole(None), "empty"),
        (whole(None, finish="length"), "cut"),
        (whole("", refusal="I cannot help with that."), "declined"),
        (error(400, "exceed_context_size_error"), "context"),
        (error(400, 'model "test-model" not found'), "model"),
        (Answer(end="reset"), "unreachable"),
    ],
)  # fmt: skip
async def test_an_answer_without_an_answer_has_its_sentence(server, model, answer, found):
    told = await trouble(server, model, answer)

    assert told.trouble == found
    assert "router" not in told.message
    assert "127.0.0.1" in told.message


async def test_json_that_a_thinking_model_leaves_in_its_thoughts_is_read(server, model):
    assert await asked(server, model, whole(None, reasoning_content=f"hm {RED}")) == "red"
    assert await asked(server, model, whole(RED, reasoning="blue?")) == "red"


@pytest.mark.parametrize("refusal", [error(400), error(422), error(500), error(400, ("a string",))])
async def test_a_server_that_knows_no_schema_is_asked_in_words_and_that_is_remembered(
    server, model, refusal
):
    def poor(request):
        return whole(RED) if request.form == "text" else refusal

    asker = Asker(model, 20)
    server.script(poor)
    for _ in range(2):
        found, _ = await asker.ask(NAME_IT, ["MATERIAL {}"])

    forms = [request.form for request in server.requests]
    assert found.colour == "red"
    assert forms[0] == "json_schema"
    assert "json_object" in forms
    assert forms[-1] == "text"
    assert forms.count("text") == 2
    assert forms[-2:] == ["text", "text"]


async def test_a_bad_minute_of_a_server_that_knows_schemas_does_not_change_how_it_is_asked(
    server, model
):
    asker = Asker(model, 20)
    server.script(whole(RED), error(500))
    await asker.ask(NAME_IT, ["MATERIAL {}"])

    with pytest.raises(NotAnswered):
        await asker.ask(NAME_IT, ["MATERIAL {}"])

    assert {request.form for request in server.requests} == {"json_schema"}


async def test_the_schema_that_is_sent_is_what_strict_servers_take(server, model):
    await asked(server, model, whole(RED))

    sent = server.requests[0].body["response_format"]["json_schema"]
    assert sent["strict"] is True
    assert sent["schema"] == {
        "type": "object",
        "properties": {
            "colour": {"type": "string"},
            "sure": {"anyOf": [{"type": "boolean"}, {"type": "null"}]},
        },
        "required": ["colour", "sure"],
        "additionalProperties": False,
    }
    assert "temperature" not in server.requests[0].body


async def test_a_redirect_is_not_followed_and_the_other_side_sees_nothing(server, model):
    with openai_text.running() as elsewhere:
        moved = error(307, location=f"{elsewhere.address}/v1/chat/completions")
        told = await trouble(server, model, moved)

    assert told.trouble is Trouble.ELSEWHERE
    assert elsewhere.requests == []


async def test_what_a_person_said_passes_no_proxy_that_the_machine_happens_to_name(
    server, model, monkeypatch
):
    with openai_text.running() as proxy:
        for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
            monkeypatch.setenv(name, proxy.address)
        for name in ("NO_PROXY", "no_proxy"):
            monkeypatch.delenv(name, raising=False)

        assert await asked(server, model, whole(RED)) == "red"

    assert (len(server.requests), proxy.requests) == (1, [])


async def test_a_wait_of_a_second_is_waited_and_one_of_minutes_is_told(server, model):
    began = time.monotonic()
    assert await asked(server, model, error(429, retry_after="1"), whole(RED)) == "red"
    waited = time.monotonic() - began

    told = await trouble(server, model, error(429, retry_after="600"))

    assert waited >= 1
    assert "It asks to wait for 10 minutes." in told.message
    assert len(server.requests) == 3


async def test_a_server_that_drops_the_beginning_without_a_word_is_found_out(server, model):
    told = await trouble(server, model, whole(RED), text="MATERIAL " + "word " * 10_000)

    assert told.trouble is Trouble.CONTEXT
    assert "OLLAMA_CONTEXT_LENGTH=16384" in told.message


async def test_the_limit_is_told_by_the_name_that_a_server_knows(server, model):
    refusal = error(400, "Use 'max_completion_tokens' instead of 'max_tokens'.")

    assert await asked(server, model, refusal, whole(RED)) == "red"

    assert "max_tokens" in server.requests[0].body
    assert "max_completion_tokens" in server.requests[1].body
    openai = OpenAiCompatible(address_of("https://api.openai.com/v1"), "gpt-6-luna")
    assert "max_completion_tokens" in openai._request(TALK)


async def test_whoever_waits_gets_no_thoughts_and_a_server_that_knows_no_such_wish_is_asked_plainly(
    server, model
):
    def plain_one(request):
        wishes = "reasoning_effort" in request.body
        return error(400, "unknown parameter") if wishes else streamed(["Hello."])

    server.script(plain_one)
    said = [[piece async for piece in model.stream(TALK)] for _ in range(2)]

    assert said == [["Hello."], ["Hello."]]
    assert [request.body.get("reasoning_effort") for request in server.requests] == [
        "none", None, None,
    ]  # fmt: skip


@pytest.mark.parametrize(
    "answer",
    [
        raw_stream(b"<html>no</html>"),
        raw_stream(CHUNK + b'"delta":{"content":"Hi"},"finish_reason":null}]}\n\n'),
        raw_stream(b'data: {"error":{"message":"planted","code":500}}\n\n'),
        raw_stream(b"data: {broken\n\n"),
        streamed(["Hi"], None, end="reset"),
        streamed(["Hi"], "length"),
        streamed(["Hi"], "content_filter"),
    ],
    ids=["html", "early end", "error event", "broken", "reset", "length", "filter"],
)
async def test_a_stream_that_is_not_whole_is_a_failure(server, model, answer):
    server.script(answer)

    with pytest.raises(NotAnswered) as caught:
        [piece async for piece in model.stream(TALK)]

    assert "planted" not in caught.value.message


async def test_a_stream_of_odd_pieces_is_whole(server, model):
    text = "Wie heißt du, Zoë? 👋"
    raw = CHUNK + f'"delta":{{"content":"{text}"}},"finish_reason":"stop"}}]}}\n\n'.encode()
    server.script(streamed(list(text)), raw_stream(*[raw[n : n + 1] for n in range(len(raw))]))

    assert "".join([piece async for piece in model.stream(TALK)]) == text
    assert "".join([piece async for piece in model.stream(TALK)]) == text


async def test_who_stops_listening_closes_the_line(server, model):
    server.script(streamed(["Hello", (0.0, " there")], None, end="silence"))

    async with aclosing(model.stream(TALK)) as pieces:
        await anext(pieces)

    await _closed(server)


async def test_who_is_cancelled_closes_the_line(server, model):
    server.script(hang())
    asking = asyncio.create_task(model.ask(Question(instruction="x", material=("y",))))
    while not server.requests:
        await asyncio.sleep(0.01)
    asking.cancel()

    await _closed(server)


async def _closed(server):
    async with asyncio.timeout(10):
        while server.requests[0].closed_at is None:
            await asyncio.sleep(0.01)


async def test_another_model_that_answers_is_named(server, model):
    server.script(whole(RED))

    answer = await model.ask(Question(instruction="x", material=("y",), form=Form.WORDS))

    assert (answer.model, answer.finish) == ("test-model", Finish.WHOLE)


@pytest.mark.parametrize(
    ("given", "url"),
    [
        (" http://127.0.0.1:11434 ", "http://127.0.0.1:11434/v1"),
        ("127.0.0.1:8080", "http://127.0.0.1:8080/v1"),
        ("https://llm.example/v1/", "https://llm.example/v1"),
        ("https://llm.example/api/v3/chat/completions", "https://llm.example/api/v3"),
        ("https://n.openai.azure.com/openai/v1/", "https://n.openai.azure.com/openai/v1"),
        ("http://[::1]:8080/v1/models", "http://[::1]:8080/v1"),
    ],
)
def test_an_address_has_one_spelling(given, url):
    assert address_of(given).url == url


@pytest.mark.parametrize(
    "given",
    [
        "", "nonsense with blanks", "ftp://x/v1", "http://me:pw@host/v1", "https://host/v1?key=1",
        "http://host:99999/v1", "https://höst/v1", "http://ho\\st/", "file:///etc/passwd",
        "https://host/v1#x",
    ],
)  # fmt: skip
def test_what_is_no_address_is_refused(given):
    with pytest.raises(InvalidInput):
        address_of(given)


@pytest.mark.parametrize(
    "given",
    [
        "http://169.254.169.254/latest", "http://[fe80::1]/v1", "http://0.0.0.0:11434/v1",
        "http://[fd00:ec2::254]/v1", "http://224.0.0.1/v1", "http://8.8.8.8/v1",
        "http://[::ffff:169.254.169.254]/v1", "http://2852039166/latest",
    ],
)  # fmt: skip
def test_addresses_that_lead_astray_are_refused(given):
    with pytest.raises(InvalidInput):
        check_resolved(address_of(given))


@pytest.mark.parametrize(
    "given", ["http://127.0.0.1:1/v1", "http://192.168.1.7/v1", "http://[::1]"]
)
def test_this_computer_and_its_network_may_be_asked_plainly(given):
    check_resolved(address_of(given))
