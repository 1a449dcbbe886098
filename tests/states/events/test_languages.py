"""Whatever an event is answered with is said in the language that its page is in."""

import pytest

from darasa_reflex.core.errors import NotFound, NotSignedIn
from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.core.words.sentences import spoken_in
from darasa_reflex.states.events.door import public
from darasa_reflex.states.jobs.dashboard import DashboardState
from tests.fixtures.tabs import HYDRATE, sentences, tab
from tests.machine.inside import serving
from tests.states.conftest import a_person, cookie_of
from tests.states.events.test_guard import planted

GERMAN = {"accept-language": "de-AT,de;q=0.9,en;q=0.8"}
SAID = "He said {}."


@pytest.fixture
def served(accounts_house, no_floods):
    with serving() as address:
        yield address


def ours(handler):
    """Let a handler pass the guard, as one of ours that is open to all."""
    handler.__module__ = DashboardState.__module__
    return public(handler)


@ours
async def fails(self):
    self.part = _("Sign in")
    raise NotSignedIn(SAID.format(self.part))


@ours
async def fails_later(self):
    async with self:
        part = _("Sign in")
    raise NotSignedIn(SAID.format(part))


fails_later._reflex_background_task = True


async def test_a_refusal_is_said_in_the_language_of_the_tab(served):
    told = {}
    for code, headers in (("de", GERMAN), ("en", {"accept-language": "en"})):
        async with tab(served, headers=headers) as one:
            told[code] = sentences(await one.ask("reflex___state____state.no_such_event"))[0]

    with spoken_in("de"):
        assert told["de"] == _(told["en"])
    assert told["de"] != told["en"]


@pytest.mark.parametrize("handler", [fails, fails_later])
async def test_a_handler_that_fails_is_answered_in_the_language_of_its_own_tab(served, handler):
    with planted(handler) as name:
        async with tab(served) as english, tab(served, headers=GERMAN) as german:
            told = [sentences(await one.ask(name)) for one in (english, german, english)]

    assert told == [["He said Sign in."], ["He said Anmelden."], ["He said Sign in."]]


async def test_the_sentence_of_an_error_is_told_in_the_language_of_whom_it_reaches(served):
    @ours
    async def misses(self):
        raise NotFound

    with planted(misses) as name:
        async with tab(served) as english, tab(served, headers=GERMAN) as german:
            told = [sentences(await one.ask(name))[0] for one in (german, english)]

    assert told == ["Das konnten wir nicht finden.", "We could not find that."]


async def test_what_a_person_chose_counts_before_their_browser(served):
    headers = {**GERMAN, "cookie": "darasa_language=en"}
    with planted(fails) as name:
        async with tab(served, headers=headers) as one:
            assert sentences(await one.ask(name)) == ["He said Sign in."]


async def test_a_page_that_is_loaded_anew_in_another_language_holds_nothing_of_the_old(
    accounts_house, served
):
    ada, held = cookie_of(accounts_house, a_person(accounts_house, "Ada")), []

    @ours
    async def note(self):
        held.append(self.part)
        self.part = "Said in English."

    with planted(note) as name:
        for cookie in ("", "; darasa_language=de", "; darasa_language=de"):
            headers = {"cookie": ada["cookie"] + cookie}
            async with tab(served, token="the-same-tab", headers=headers) as one:
                one.route = one.path = "/sign-in"  # which reads none of it
                await one.ask(HYDRATE, {"hashes": ["x"]})
                await one.ask(name)

    assert held == ["", "", "Said in English."]
