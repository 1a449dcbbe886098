"""Requests and sockets are told everything in the language of who reads it."""

import asyncio
import re

import pytest

from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.core.words.sentences import language, spoken_in
from darasa_reflex.endpoints.middleware.explanations import not_here, only_here
from darasa_reflex.endpoints.middleware.languages import Languages
from tests.endpoints.middleware.asking import ask, hello, open_socket

OFFERED = ("en", "de")


class Noting:
    """An app that remembers in which language it was asked, and a task that it began."""

    def __init__(self):
        self.languages, self.begun = [], []

    async def __call__(self, scope, receive, send):
        self.languages.append(language())
        self.begun.append(asyncio.ensure_future(self.said()))
        await hello(scope, receive, send)

    async def said(self):
        await asyncio.sleep(0)
        return _("Sign in")


@pytest.mark.parametrize(
    ("headers", "code", "said"),
    [
        ({}, "en", "Sign in"),
        ({"accept-language": "de-CH,de;q=0.9"}, "de", "Anmelden"),
        ({"accept-language": "de", "cookie": "a=b; darasa_language=en"}, "en", "Sign in"),
    ],
)
async def test_a_request_a_socket_and_what_they_begin_are_in_their_language(headers, code, said):
    app = Noting()

    await ask(Languages(app, OFFERED), "/app", headers=headers)
    await open_socket(Languages(app, OFFERED), "/v0/ear", headers=headers)

    assert app.languages == [code, code]
    assert await asyncio.gather(*app.begun) == [said, said]
    assert language() == "en"


@pytest.mark.parametrize(
    "page", [lambda: only_here("host", "<b>evil", 3_000), lambda: not_here("<b>evil", "https")]
)
def test_a_closed_door_is_explained_in_the_language_of_who_stands_before_it(page):
    english = page().body.decode()
    with spoken_in("de"):
        german = page().body.decode()

    assert '<html lang="en">' in english
    assert '<html lang="de">' in german
    words = re.compile(r"<(?:h1|h2|p)[^>]*>([^<]+)")
    assert set(words.findall(english)).isdisjoint(words.findall(german))
    assert english.count("&lt;b&gt;evil") == german.count("&lt;b&gt;evil") > 0
    assert "<b>" not in german
