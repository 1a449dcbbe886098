"""What a tab is sent that comes back on a new line, and how a page knows that it stands there."""

import pytest
from reflex.state import State, StateUpdate

from darasa_reflex.states.events.tabs.returned_tabs import ReturnedTabs, _page_of

ROOT, FORM = State.get_full_name(), f"{State.get_full_name()}.form"
LINE, PAGE = "a line", "/app/job-infos/new"


def update(read=None, events=(), **values):
    told = {} if read is None else {ROOT: {"is_hydrated_rx_state_": read}}
    own = {FORM: {f"{name}_rx_state_": value for name, value in values.items()}} if values else {}
    return StateUpdate(delta=told | own, events=list(events))


def sent(tabs, *updates):
    """Return what a line is sent, update by update, as the values of the form and the events."""
    passed = [tabs.pass_on(LINE, one) for one in updates]
    return [(one.delta.get(FORM), one.events) for one in passed if one is not None]


@pytest.fixture
def tabs():
    found = ReturnedTabs()
    found.note(LINE, PAGE)
    return found


def test_what_stands_in_a_tab_is_replaced_at_once_when_its_page_is_read(tabs):
    empty = update(False, view="loading", name="")
    loaded = update(view="ready", name="Acme", events=["a"])

    once = sent(tabs, empty, loaded, update(True, events=["b"]))
    later = sent(tabs, update(name="Other"))

    assert once == [({"view_rx_state_": "ready", "name_rx_state_": "Acme"}, ["a", "b"])]
    assert later == [({"name_rx_state_": "Other"}, [])]


def test_what_this_server_never_opened_is_not_taken_from_the_page(tabs):
    empty = update(False, opened=0, chips=[], restored=False, title="")

    assert sent(tabs, empty, update(True)) == [({"title_rx_state_": ""}, [])]


def test_what_this_server_opened_is_told_whole(tabs):
    known = update(False, opened=7, chips=[])

    assert sent(tabs, known, update(True)) == [({"opened_rx_state_": 7, "chips_rx_state_": []}, [])]


def test_what_could_not_be_read_stays_as_it_stands(tabs):
    tabs.leave(LINE, FORM)
    once = sent(tabs, update(False, view="loading"), update(True, events=["what went wrong"]))
    later = sent(tabs, update(view="ready"))

    assert once == [(None, ["what went wrong"])]
    assert later == [({"view_rx_state_": "ready"}, [])]


def test_a_tab_that_must_first_show_who_is_there_is_answered_as_always(tabs):
    asked = update(standing="")

    assert sent(tabs, asked, update(False, view="loading")) == [
        ({"standing_rx_state_": ""}, []),
        ({"view_rx_state_": "loading"}, []),
    ]


def test_a_page_that_is_loaded_anew_shows_what_comes_as_it_comes():
    shown = sent(ReturnedTabs(), update(False, view="loading"), update(view="ready"))

    assert [values["view_rx_state_"] for values, _events in shown] == ["loading", "ready"]


def test_only_the_page_that_a_tab_came_back_with_stands_in_it(tabs):
    assert tabs.stands(LINE, PAGE)
    assert not tabs.stands(LINE, "/app")
    assert not tabs.stands("another line", PAGE)
    assert not ReturnedTabs().stands("", "")

    tabs.forget(LINE)

    assert not tabs.stands(LINE, PAGE)


@pytest.mark.parametrize(
    ("told", "page"),
    [
        ({"event": {"router_data": {"asPath": f"{PAGE}?a=1"}}}, PAGE),
        ({"event": {"payload": {"hashes": ["h"]}, "router_data": {"asPath": PAGE}}}, None),
        ({"event": {"router_data": {"asPath": 7}}}, None),
        ({"event": {"router_data": PAGE}}, None),
        ({"event": PAGE}, None),
        ({}, None),
        (None, None),
        ([PAGE], None),
    ],
)
def test_a_tab_comes_back_if_it_asks_for_its_states_and_has_a_page(told, page):
    assert _page_of(told) == page
