"""In which language somebody is answered: by their choice, else by their browser."""

import pytest

from darasa_reflex.core.words.choice import language_of

OFFERED = ("en", "de", "fr")


@pytest.mark.parametrize(
    ("cookies", "accepted", "chosen"),
    [
        ("", "", "en"),
        ("", "de", "de"),
        ("", "de-AT", "de"),
        ("", "DE-at,en;q=0.9", "de"),
        ("", "en;q=0.7, de;q=0.9", "de"),
        ("", "fr;q=0.5,de;q=0.5", "fr"),
        ("", "pl,cs;q=0.9", "en"),
        ("", "de;q=0,pl", "en"),
        ("", "*", "en"),
        ("", "de;q=forged,fr;q=0.1", "fr"),
        ("darasa_language=de", "fr", "de"),
        ("a=b; darasa_language=de; c=d", "fr", "de"),
        ("darasa_language=xx", "fr", "fr"),
        ("darasa_language=", "fr", "fr"),
        ("not_darasa_language=de", "fr", "fr"),
        ("other=darasa_language", "fr", "fr"),
    ],
)
def test_their_own_choice_counts_then_what_their_browser_asks_for(cookies, accepted, chosen):
    assert language_of(cookies, accepted, OFFERED) == chosen


def test_the_first_that_is_offered_is_for_whoever_reads_none_of_them():
    assert language_of("", "pl", ("de", "en")) == "de"
    assert language_of("darasa_language=fr", "", ("de", "en")) == "de"


def test_a_header_of_any_length_is_read_in_no_time():
    assert language_of("", "x-y;q=0.1," * 100_000 + "de", OFFERED) == "en"
