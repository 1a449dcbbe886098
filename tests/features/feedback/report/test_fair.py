"""What a critical coach and an offended candidate found: nothing false is said of odd answers."""

from dataclasses import replace

import pytest

from darasa_reflex.core.words.sentences import spoken_in
from darasa_reflex.features.answers.terms import names
from darasa_reflex.features.feedback.delivery import table
from darasa_reflex.features.feedback.exchanges import Exchange, Kind, kind_of
from darasa_reflex.features.feedback.found import answered
from darasa_reflex.features.feedback.material import Job, Material, Said
from darasa_reflex.features.feedback.report import counted, readable
from darasa_reflex.features.feedback.report.asked import question_of
from darasa_reflex.features.feedback.report.coverage import asked_in
from darasa_reflex.features.feedback.report.review import report_of
from darasa_reflex.features.interviews.models import Speaker
from darasa_reflex.features.interviews.questions import question_plan
from tests.features.feedback.transcripts import turns_of

JOB = Job(title="Florist", experience_level="junior", description="", requirements=("Wreaths",))
ORCHID = (
    "Tell me about a day that went wrong.",
    "Last June the cold room failed on the eve of a wedding. I moved all buckets into the cellar, "
    "rang the two other shops for ice and checked the stems every hour. We lost eleven roses.",
)
BOW = (
    "How do you tie a bow?",
    "I measure the ribbon twice, because a short one slips, and I hold the loops with my thumb.",
)
VASE = (
    "How do you keep cut flowers fresh?",
    "I cut the stems at a slant, change the water each morning and keep them out of the sun.",
)
FULL = (ORCHID, BOW, VASE)
PLEA = "Tell me about a customer who was angry."


def report(*pairs):
    return report_of(JOB, turns_of(list(pairs)))


def advice(found):
    return " ".join(str(point.text) for point in found.improvements)


def engagement(found):
    return next(row for row in found.categories if row.key == "engagement_interaction")


@pytest.mark.parametrize(
    "said",
    [
        "Pass.",
        "Skip that one, please.",
        "I'd rather not, to be honest.",
        "I don't want to talk about that.",
        "i dont understand the question",
        "Can you repeat the question?",
    ],
)
def test_who_leaves_a_question_open_is_told_so_and_no_advice_is_built_on_it(said):
    found = report((PLEA, said), *FULL)

    assert found.questions[0].note == "Left open: nothing here is read as an answer."
    assert found.questions[0].parts == ()
    assert "answer 1 " not in advice(found)


def test_words_that_were_not_read_are_not_called_praise():
    refused = ("I'd rather not say anything about that one either.",) * 3
    found = report(*((f"{PLEA} Number {n}?", said) for n, said in enumerate(refused)))

    assert "0 answers, 0 words." in found.categories[0].reason
    assert "praise" not in found.categories[0].reason


def test_an_answer_in_another_language_is_not_said_to_lack_anything():
    said = "Ich habe sechs Jahre in einer Gärtnerei in Kassel gearbeitet und dann bei meinem Onkel."
    found = report((PLEA, said), *FULL)

    assert found.questions[0].note == "What is not in English is not read."
    assert found.questions[0].parts == ()
    assert engagement(found).counts["answers"] == len(FULL)


def test_a_question_asked_twice_is_one_with_one_answer():
    again = [(PLEA, "Angry how?"), (f"Take your time. {PLEA}", ORCHID[1]), BOW, VASE]

    assert len(report(*again).questions) == len(FULL)


def test_two_cases_that_end_in_the_same_words_are_two_questions():
    asked = [("A bride shouts at you. What would you do?", BOW[1]),
             ("The van is late. What would you do?", VASE[1])]  # fmt: skip

    assert len(report(*asked, ORCHID).questions) == len(FULL)


def test_going_on_is_no_follow_up():
    found = report(ORCHID, ("Let's go on. What would you do with a late delivery?", BOW[1]), VASE)

    assert len(found.questions) == len(FULL)


@pytest.mark.parametrize(
    ("asked", "kind"),
    [
        ("What questions do you have for me?", Kind.INVITATION),
        ("Anything you want to ask?", Kind.INVITATION),
        ("Any questions?", Kind.INVITATION),
        ("Have you got any questions?", Kind.INVITATION),
        ("What questions do you ask a new customer?", Kind.APPROACH),
        ("How did you get into floristry?", Kind.INTRODUCTION),
        ("Tell me about a design that you changed.", Kind.EXPERIENCE),
        ("How would you design the window?", Kind.APPROACH),
    ],
)
def test_what_is_asked_for(asked, kind):
    assert kind_of(asked) is kind


@pytest.mark.parametrize(
    ("said", "counted"),
    [
        ("how many of you are there on saturdays", None),
        ("Who buys in?", 1),
        ("Is there a cat?", 1),
        ("No, thank you.", 0),
    ],
)
def test_own_questions_are_not_counted_where_no_mark_tells_how_many(said, counted):
    found = report(*FULL, ("Do you have any questions?", said))

    assert engagement(found).counts.get("own questions") == counted


@pytest.mark.parametrize(
    "asked",
    [
        "What shops have you worked in?",
        "Have you made wreaths?",
        "What is the difference between a peony and a rose?",
        "Any points on your licence?",
        "And dahlias?",
        "How good is your wiring?",
        "Why is water important?",
    ],
)
def test_nothing_is_missing_in_a_fact(asked):
    fact = report((asked, "Two in Leeds and one in York, and the market on Saturdays."), *FULL)

    assert all(part.quote for part in fact.questions[0].parts)
    assert "answer 1 " not in advice(fact)
    assert "answers 1" not in fact.top.counted


def test_who_tells_what_they_looked_at_is_not_told_to_tell_it():
    usual = "Usually I look at the stems first. On Monday forty of them were soft, so I cut them."
    found = report((VASE[0], usual), ORCHID, BOW)

    assert "“Usually”" not in advice(found)
    assert "“usually”" not in advice(found)


def test_what_was_counted_is_not_called_too_little():
    text = readable.whole(report(*FULL))

    assert "Communication clarity: When, if or until" in text
    assert "Wreaths: named by nobody" in text
    with spoken_in("de"):
        assert "Wreaths: von niemandem genannt" in readable.whole(report(*FULL).told())


def test_one_term_is_told_as_one():
    told = next(row.reason for row in report(*FULL).categories if row.key == "role_fit")

    assert told.startswith("One term was read in the job's text; you named 0.")


def test_what_is_named_in_a_list_is_named():
    listed = (
        "What have you made?",
        "Posies, buttonholes, wreaths, garlands, sprays, bows.",
    )

    assert report(listed, *FULL).coverage[0].state == "named"


def test_an_answer_after_are_you_still_there_is_that_to_the_question():
    found = report((ORCHID[0], ""), ("Are you still there?", ORCHID[1]), BOW, VASE)

    assert [row.answered for row in found.questions] == [True] * len(FULL)


@pytest.mark.parametrize(
    "asked",
    ["Which wholesalers do you buy from?", "Sure. How many weddings do you have in June?"],
)
def test_a_question_to_the_interviewer_is_no_answer(asked):
    found = report(*FULL, (PLEA, asked))

    assert (found.questions[3].note, found.questions[3].parts) == (
        "Left open: nothing here is read as an answer.",
        (),
    )
    assert "answer 4" not in advice(found)


@pytest.mark.parametrize(
    ("asked", "said", "left_open"),
    [
        ("What do you think of when a rose wilts?", "Is there water? Does it get light?", False),
        ("How would you find out what somebody wants?", "Who is it for? What may it cost?", False),
        ("What would you check first in spring?", "Is this job part-time?", True),
    ],
)
def test_what_somebody_would_ask_is_an_answer_to_what_they_would_do(asked, said, left_open):
    found = report(*FULL, (asked, said))

    assert found.questions[3].note.startswith("Left open") is left_open


def test_who_wants_the_question_again_has_not_named_what_it_is_about():
    found = report(
        *FULL, ("How do you bind wreaths?", "Can you repeat the question about wreaths?")
    )

    assert found.coverage[0].state == "asked, not named"


def test_a_question_that_was_put_off_is_no_answer_either():
    say = "A customer wants lilies in December. What do you say?"
    later = "You can ask me that at the end. Back to my question: lilies in December."

    heard = report(*FULL, (say, "Would you like hellebores instead?"), (VASE[0], VASE[1]))
    put_off = report(*FULL, (say, "Do you pay for the van?"), (later, "I offer hellebores."))

    assert "Left open" not in heard.questions[3].note
    assert heard.questions[3].parts
    assert "the van" not in " ".join(str(part) for part in put_off.questions[3].parts)


@pytest.mark.parametrize(
    ("term", "said", "named"),
    [
        ("Basic photoshop", "I cut the pictures out in Photoshop.", True),
        ("Solid knowledge of wreaths", "I bound wreaths for forty graves.", True),
        ("EPOS (Square, Lightspeed or similar)", "We ran the till on an EPOS.", True),
        ("Advanced life support", "I was glad of the support.", False),
        ("Basic photoshop", "That was quite basic.", False),
        ("Very good knowledge of wreaths", "I bound wreaths for forty graves.", True),
        ("Knowledge management", "My time management is good.", False),
        ("Sound design", "I did the design of the window.", False),
        ("Fluent Bit", "It took a bit.", False),
    ],
)
def test_a_term_is_named_without_how_well_it_must_be_known(term, said, named):
    assert names(term, said) is named


def test_years_until_now_are_no_change():
    told = report(("Who are you?", "I have been a florist for nine years now."), *FULL)
    stopped = report(("Who are you?", "I fell once, and now I wear boots."), *FULL)

    assert not told.questions[0].said.get("something done differently since")
    assert stopped.questions[0].said["something done differently since"]


def test_who_the_interview_is_for_is_not_asked_about():
    plan = question_plan.make(
        level="junior", title="Florist", skills=("Events",), minutes=5, seed=1, warm_up=True
    )
    greeting = Said(
        index=0, speaker=Speaker.INTERVIEWER, text="I'm Sam, of Peony Events. How are you?",
        question=plan.questions[0].key,
    )  # fmt: skip
    job = replace(JOB, requirements=("Events",))

    assert asked_in("Events", Material(job=job, turns=(greeting,), planned=plan.questions)) is None


def test_who_would_rather_ask_something_leaves_the_question_open():
    wish = "Could we talk about something else? I'd like to know who waters the palms."

    found = report(*FULL, (PLEA, wish))

    assert found.questions[3].note.startswith("Left open")
    assert not found.questions[3].parts


@pytest.mark.parametrize(
    ("said", "left_open"),
    [
        ("I'd rather not guess, so I weigh the soil with my hand.", False),
        ("I can't speak for the wholesaler, but I rang him at once.", False),
        ("I'd rather not, but I can tell you about roses.", True),
    ],
)
def test_what_somebody_would_rather_not_do_at_work_is_an_answer(said, left_open):
    found = report(*FULL, ("How do you know when to water?", said))

    assert found.questions[3].note.startswith("Left open") is left_open


def test_who_has_nothing_to_tell_gets_no_advice_to_tell_it_again():
    found = report(*FULL, (PLEA, "I don't really have an example for that."))

    assert found.questions[3].note.startswith("Left open")
    assert "answer 4" not in advice(found)


def test_what_somebody_does_not_know_was_named_even_so():
    asked = ("What do you bind first?", "I don't know wreaths.")

    found = report(*FULL, asked)

    assert found.questions[3].note.startswith("Left open")
    assert found.coverage[0].state == "named"


def test_a_question_is_shown_without_what_was_said_beside_it():
    plan = question_plan.make(
        level="junior", title="Florist", skills=("Wreaths",), minutes=10, seed=2
    )
    key, asked = plan.questions[2].key, plan.questions[2].text
    said = (
        (Speaker.INTERVIEWER, f"Okay. Now a question about how you work. {asked}"),
        (Speaker.ACTOR, "Sorry, my sister is in hospital."),
        (Speaker.INTERVIEWER, "Let's get back to the interview. I asked this: the same."),
        (Speaker.ACTOR, "May I look at my notes?"),
        (Speaker.INTERVIEWER, "Of course. Go ahead."),
        (Speaker.ACTOR, ORCHID[1]),
        (Speaker.INTERVIEWER, "I see. What was the outcome?"),
        (Speaker.ACTOR, "The bride got her flowers at nine."),
    )
    turns = [
        Said(index=n, speaker=who, text=text, question=key) for n, (who, text) in enumerate(said)
    ]
    material = Material(job=JOB, turns=tuple(turns), planned=plan.questions)
    answers = answered.read(material)
    delivery = table.measure(material, [answer.exchange for answer in answers])

    (row,) = counted.questions(answers, delivery, turns)

    assert row.question == f"{asked} What was the outcome?"
    quoted = " ".join(part.quote.text for part in row.parts if part.quote)
    assert "sister" not in quoted
    assert "cold room" in quoted


def test_a_question_that_is_only_beside_another_is_shown_as_it_was_said():
    asked = (Said(index=0, speaker=Speaker.INTERVIEWER, text="Please go ahead."),)
    alone = Exchange(kind=Kind.EXPERIENCE, asked=asked, answered=(), questions=0, is_last=True)

    assert question_of(alone) == "Please go ahead."


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("My sister is in hospital today.", False),
        ("I rang the hospital and asked for her.", True),
        ("The night clerk is ill, so I call the hospital myself.", True),
    ],
)
def test_only_what_holds_no_deed_is_left_out_for_what_was_replied(said, read):
    turns = turns_of([(PLEA, said), ("Of course, take your time.", ORCHID[1])])

    (answer, *_) = answered.read(Material(job=JOB, turns=tuple(turns)))

    assert any(one.text == said for one in answer.reading.sentences) is read
