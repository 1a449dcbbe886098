"""Requests and sockets have names, by which an operator finds their lines."""

import pytest

from darasa_reflex.core.monitoring.log_lines import REQUEST
from darasa_reflex.endpoints.middleware.names import Names
from tests.endpoints.middleware.asking import ask, hello, open_socket


class Noting:
    """An app that remembers under which names it was asked."""

    def __init__(self):
        self.names = []

    async def __call__(self, scope, receive, send):
        self.names.append(REQUEST.get())
        await hello(scope, receive, send)


async def test_each_has_a_name_of_its_own_and_the_answer_tells_it():
    app = Noting()

    answers = [await ask(Names(app), "/app") for _ in range(2)]
    await open_socket(Names(app), "/v0/ear")

    assert len(set(app.names)) == 3
    assert [answer.headers["x-request-id"] for answer in answers] == app.names[:2]
    assert REQUEST.get() == ""


@pytest.mark.parametrize(
    ("hops", "given", "taken"),
    [
        (1, "8d3e6f0a-1b2c", True),
        (0, "8d3e6f0a-1b2c", False),
        (1, "short", False),
        (1, 'forged", "level": "x', False),
        (1, "x" * 65, False),
    ],
)
async def test_only_a_proxy_of_ours_gives_names_and_only_such_that_are_names(hops, given, taken):
    app = Noting()

    await ask(Names(app, hops), "/app", headers={"x-request-id": given})

    assert (app.names == [given]) is taken
