"""Whether words can be all of an answer: sentences as engines write them, full stop and all."""

import pytest

from darasa_reflex.providers.interviewer.local.ears.pace import Pace

PATIENCE_MS = 1_500
FINISHED_MS = 1_125
# Broken off within a sentence: the rest must come.
BROKEN_OFF = (
    "I worked for three years on the search of a large.",
    "To keep it cheap we used a very simple.",
    "My first big success was moving all our reports to.",
    "By the end of that year we had.",
    "The hardest part of all this was.",
    "In the end we agreed that we should not.",
    "I talked to both of them and finally.",
    "With the new cache the page needed about three.",
    "It took me some weeks to learn how to.",
    "There was one customer who.",
)
# Words that may be all, and in an interview rarely are.
GOES_ON = (
    "When the release went wrong, I immediately called.",
    "When I joined the team two years ago.",
    "If I could do it all again.",
    "What I learned from that project.",
    "While the others were on holiday.",
    "After a long discussion we chose.",
    "The biggest difference between the two companies.",
    "I have worked with Python, Postgres.",
    "I like to automate what is boring, for example.",
    "The main problem was that customers had to wait 30 seconds for every report.",
    "There were only two of us in the team at that time.",
)
# They end like those above, and are whole.
WHOLE = (
    "I measured all the queries and rewrote the two slowest of them.",
    "I know that this is what we were looking for.",
    "I was the only one they could rely on.",
    "It was a company I had always wanted to work for.",
    "I learned that some people are easy to work with.",
    "I did it on the same evening, as fast as I could.",
    "We did it that way because that is how it was.",
    "It was the best team that I have ever had.",
    "It took me a bit longer than I wanted to.",
    "That is the tool that I built and that we used.",
    "I asked both teams what they really needed.",
    "In the end we all sat at a working table.",
    "I improved the load time of the page a little.",
    "I would do it the same way, because I like it, really.",
    "When I joined the team there was no monitoring, and I built it.",
    "When I left the company they had twelve customers.",
    "We always started our working day at about nine.",
    "After that I fixed the mistake that we had found.",
    "In the end I was happy with the one we chose.",
    "The main reason was the budget, and I did not decide about that.",
    "Once a week I met all the others in a call.",
    "After a year the team was four times as large, and I led half of it.",
)


@pytest.mark.parametrize("text", BROKEN_OFF)
def test_a_sentence_that_is_broken_off_is_waited_for_despite_its_full_stop(text):
    assert Pace(PATIENCE_MS).wait_ms(text) > 4_000


@pytest.mark.parametrize("text", GOES_ON)
def test_what_is_rarely_all_is_given_three_seconds(text):
    assert 3_000 <= Pace(PATIENCE_MS).wait_ms(text) <= 4_000


@pytest.mark.parametrize("text", WHOLE)
def test_a_whole_answer_is_waited_for_no_longer_than_before(text):
    assert Pace(PATIENCE_MS).wait_ms(text) == FINISHED_MS


def test_who_has_told_what_they_did_need_not_say_so_in_every_sentence():
    told = "I rewrote the two slowest queries. The report takes two seconds now, and nobody waits."

    assert Pace(PATIENCE_MS).wait_ms(told) == FINISHED_MS


@pytest.mark.parametrize("text", [*GOES_ON, BROKEN_OFF[0]])
def test_words_of_other_languages_are_not_read_as_english(text):
    assert Pace(PATIENCE_MS, "de").wait_ms(text) <= 1_800


def test_pauses_that_words_have_told_do_not_make_a_speaker_slow():
    pace = Pace(PATIENCE_MS)
    segments = ((0, 1_000), (2_500, 4_000), (5_400, 6_000), (7_500, 9_000))

    pace.learn(segments, told={1_000, 4_000, 6_000})
    words = pace.wait_ms(WHOLE[0])
    pace.learn(segments)

    assert words == FINISHED_MS
    assert pace.wait_ms(WHOLE[0]) == PATIENCE_MS
