"""Hume's own Python client talks to this server unchanged, and so does the program of the docs."""

import asyncio
import sqlite3
from contextlib import closing
from uuid import UUID

import pytest
from hume import AsyncHumeClient
from hume.empathic_voice.types import UserInput

from darasa_reflex.core.clock import SystemClock
from darasa_reflex.core.database.db import Database
from darasa_reflex.features.accounts.identity import Actor
from darasa_reflex.features.accounts.tokens.access_tokens import AccessTokens
from tests.endpoints.evi.order import assert_in_order
from tests.project.test_docs import PYTHON

pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("default")]

ANSWERS = (
    "I led the move of our billing service to PostgreSQL, because the old store lost writes.",
    "I measured it: the error rate fell from two percent to almost none in a month.",
)


async def next_of(socket, kind: str, seen: list):
    """Read messages, each parsed by the client's own strict models, until one of a kind comes."""
    async with asyncio.timeout(20):
        async for message in socket:
            seen.append(message)
            if message.type == kind:
                return message
    raise AssertionError(f"the line closed before {kind}")


async def test_a_typed_interview_is_held_and_every_message_parses(server):
    ticket = server.ticket()
    client = AsyncHumeClient(base_url=server.address, api_key=ticket["access_token"])
    seen: list = []

    async with client.empathic_voice.chat.connect() as socket:
        await next_of(socket, "assistant_end", seen)
        for answer in ANSWERS:
            await socket.send_publish(UserInput(text=answer))
            await next_of(socket, "assistant_end", seen)

    kinds = [message.type for message in seen]
    assert kinds[0] == "chat_metadata"
    assert kinds.count("chat_metadata") == 1
    assert kinds.count("user_message") == len(ANSWERS)
    assert kinds.count("assistant_message") >= len(ANSWERS) + 1
    assert_in_order(seen)
    assert kept(server, ticket["interview_id"]) == [
        message.message.content
        for message in seen
        if message.type in {"user_message", "assistant_message"}
    ]


async def test_the_program_of_the_docs_holds_an_interview_with_a_token(server):
    names: dict = {}
    (text,) = [text for _, text in PYTHON if "async def interviewed" in text]
    exec(compile(text, "docs", "exec"), names)

    said = await names["interviewed"](server.address, await token_for(server), ANSWERS)

    assert [line for line in said if line.startswith("candidate: ")] == [
        f"candidate: {answer}" for answer in ANSWERS
    ]
    assert said[0].startswith("interviewer: ")
    assert said[-1].startswith("interviewer: ")


async def token_for(server) -> str:
    """Return a token of the local person, as their settings page makes it."""
    server.ticket()  # whoever comes first is kept as a person
    db = Database(f"sqlite:///{server.database}")
    with closing(sqlite3.connect(server.database)) as connection:
        (user_id,) = connection.execute("select id from user").fetchone()
    tokens = AccessTokens(db, SystemClock(), sold=False, limited=False)
    secret = await tokens.make(Actor(UUID(user_id), "there"), "My program")
    db.engine.dispose()
    return secret


def kept(server, interview_id: str) -> list[str]:
    with closing(sqlite3.connect(server.database)) as connection:
        rows = connection.execute(
            "select text from turn where interview_id = ? order by position",
            (interview_id.replace("-", ""),),
        )
        return [text for (text,) in rows]
