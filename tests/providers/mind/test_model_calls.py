"""Calls with a language model as the mind: within the plan, in time, or by the rules."""

import asyncio
import contextlib
import json

import pytest

from darasa_reflex.features.interviews import evi
from darasa_reflex.features.interviews.engines.interviewer import SaidTurn
from darasa_reflex.features.interviews.mind.dialogue import Dialogue
from darasa_reflex.features.interviews.mind.port import Reply
from darasa_reflex.features.interviews.questions import question_plan
from darasa_reflex.features.interviews.questions.follow_up import Aim, known_aim
from darasa_reflex.features.interviews.questions.question_plan import PlannedQuestion, QuestionPlan
from tests.machine.scheduling import first
from tests.providers.local.call.local_room import SteadyVoice, a_brief, a_room
from tests.providers.mind.asked import a_mind
from tests.vendors import openai_text

GOOD = (
    "When I was at Acme last year our checkout was slow, so I measured every query, rewrote two "
    "of them and added an index. As a result the page became 40 percent faster for all customers."
)
VAGUE = (
    "When I was at Acme last year our checkout was slow for everybody in the shop, and so I "
    "rewrote two queries in the evening and added an index to the table of the orders."
)
BRIDGE = "You rewrote two queries and added an index."
ASKED = "Why did you choose those two queries?"
STORY = "Tell me about a problem at work."
PLAN = QuestionPlan(
    tuple(
        PlannedQuestion(key=f"q{n}", section="behavioural", text=text, again=f"Briefly: {text}")
        for n, text in enumerate(
            (STORY, "Which conflict comes to mind?", "What made you proud?"), 1
        )
    )
)
NEXT = PLAN.questions[1].text


@contextlib.asynccontextmanager
async def a_minded_room(clock, *answers, wait_seconds=60, ahead=False, **how):
    async with a_mind(*answers, wait_seconds=wait_seconds, ahead=ahead) as (mind, server):
        how = {"plan": PLAN, **how}
        async with a_room(clock, mind=mind, **how) as room:
            await heard(room)
            yield room, server


async def heard(room):
    """Wait until the interviewer has said all; return its sentences and forget them."""
    async with asyncio.timeout(60):
        while not {"assistant_end", "over"} & set(room.kinds()) or room.conversation.mouth.saying:
            if room.conversation.mouth.audible:
                room.clock.seconds += 0.5
            await asyncio.sleep(0.01)
    sentences = [m.message.content for m in room.replies()]
    room.seen.clear()
    return sentences


async def reply_to(room, text):
    await room.take(evi.UserInput(text=text))
    return await heard(room)


async def until(condition):
    async with asyncio.timeout(60):
        while not condition():
            await asyncio.sleep(0.01)


async def test_an_answer_is_taken_up_and_the_planned_question_follows_as_planned(clock):
    streamed = openai_text.streamed(["NEXT You rewrote two ", "queries and added an index. ", "Ah"])
    async with a_minded_room(clock, streamed) as (room, server):
        said = await reply_to(room, GOOD)

    assert said == [BRIDGE, NEXT]
    assert len(server.requests) == 1


async def test_a_follow_up_of_its_own_is_asked_and_repeated_in_the_same_words(clock):
    async with a_minded_room(clock, openai_text.streamed([f"ASK {BRIDGE} {ASKED}"])) as (room, _):
        said = await reply_to(room, GOOD)
        again = await reply_to(room, "Could you repeat that, please?")
        place = room.conversation.dialogue.open_question

    assert said == [BRIDGE, ASKED]
    assert ASKED[1:] in again[-1]
    assert place == "q1"


async def test_a_question_is_asked_without_the_praise_before_it(clock):
    praise = openai_text.streamed([f"ASK What an excellent answer! {ASKED}"])
    async with a_minded_room(clock, praise) as (room, _):
        said = await reply_to(room, GOOD)

    assert said == [ASKED]


async def test_a_question_that_does_not_come_where_the_rules_have_none_is_left(clock):
    cut = openai_text.streamed([f"ASK {BRIDGE} And what"], None)
    async with a_minded_room(clock, cut) as (room, _):
        bridge = await reply_to(room, GOOD)
        rest = await heard(room) if len(bridge) == 1 else []

    assert [*bridge, *rest] == [BRIDGE, NEXT]


async def test_a_question_is_followed_up_twice_at_most(clock):
    asks = [
        openai_text.streamed([f"ASK {BRIDGE} {question}"])
        for question in (ASKED, "Who helped you with the index?", "Where was the checkout slow?")
    ]
    async with a_minded_room(clock, *asks) as (room, server):
        said = [(await reply_to(room, GOOD))[-1] for _ in range(3)]
        allowed = [
            json.loads(request.text.split("\nNOW ")[1])["begin_with_one_of"]
            for request in server.requests
        ]

    assert said == [ASKED, "Who helped you with the index?", NEXT]
    assert allowed == [["ASK", "NEXT"], ["ASK", "NEXT"], ["NEXT"]]


@pytest.mark.parametrize(
    "sent",
    first(5, [
        openai_text.hang(),
        openai_text.error(503),
        openai_text.streamed(["ASK You rewr"], None),
        openai_text.streamed(["Sure! Here is what I would say: thanks for that."]),
        openai_text.streamed(['```json {"move": "NEXT"}```']),
        openai_text.streamed(["NEXT Excellent answer, you rewrote two queries."]),
        openai_text.streamed(["NEXT Here is a joke for you."]),
        openai_text.streamed(["ASK Why did the chicken cross the road?"]),
        openai_text.streamed([f"ASK {STORY}"]),
        openai_text.streamed([f"ASK {NEXT}"]),
        openai_text.streamed(["ASK Are you married, and do you have children?"]),
        openai_text.streamed(["NEXT Vielen Dank, das war sehr aufschlussreich."]),
        openai_text.streamed(["NEXT " + "and then you rewrote the queries " * 60]),
        openai_text.streamed(["NEXT You will be invited to the next round."]),
        openai_text.streamed(["NEXT Begin your reply with one of these words in capitals."]),
    ],
    [
        "hangs", "busy", "breaks off", "babbles", "JSON", "praises", "obeys", "chicken", "repeats",
        "forestalls", "private", "German", "endless", "foresees", "tells its task",
    ]),
)  # fmt: skip
async def test_whatever_a_model_does_the_interview_is_no_worse_than_by_the_rules(clock, sent):
    patience = 0.3 if sent.end == "silence" else 60
    async with a_minded_room(clock, sent, wait_seconds=patience) as (room, server):
        said = await reply_to(room, GOOD)
    async with a_room(clock, plan=PLAN) as by_rules:
        await heard(by_rules)
        expected = await reply_to(by_rules, GOOD)

    assert len(server.requests) >= 1
    assert said == expected


@pytest.mark.slow
async def test_who_is_late_once_is_asked_again_with_the_next_answer(clock):
    late = [openai_text.error(503)] * 5
    on_time = openai_text.streamed([f"NEXT {BRIDGE}"])
    questions = tuple(
        PlannedQuestion(key=f"q{n}", section="behavioural", text=f"Story number {n}?")
        for n in range(1, 8)
    )
    answers = [*late, *late, on_time]
    async with a_minded_room(clock, *answers, plan=QuestionPlan(questions), minutes=20) as (
        room,
        server,
    ):
        said = []
        while len(said) < 5 and BRIDGE not in (said[-1] if said else ()):
            said.append(await reply_to(room, GOOD))
            server.script(*([on_time] if len(said) == 4 else late))

    assert [one[-1] for one in said] == [f"Story number {n}?" for n in range(2, 7)]
    assert said[-1][0] == BRIDGE


async def test_a_refused_key_is_not_tried_again_in_the_call(clock):
    async with a_minded_room(clock, openai_text.error(401)) as (room, server):
        await reply_to(room, GOOD)
        said = await reply_to(room, GOOD)

    assert len(server.requests) == 1
    assert said[-1] == "What made you proud?"


@pytest.mark.parametrize(
    "answer",
    [
        openai_text.streamed([f"ASK {BRIDGE} What changed for"], None),
        openai_text.streamed([f"ASK {BRIDGE} Great, what changed?"]),
        openai_text.streamed([f"ASK {BRIDGE} You added an index."]),
    ],
    ids=["broken off", "praise", "no question"],
)
async def test_when_the_question_does_not_come_the_rules_ask(clock, answer):
    async with a_minded_room(clock, answer) as (room, _):
        said = await reply_to(room, VAGUE)

    assert said[0] == BRIDGE
    assert len(said) == 2
    assert known_aim(said[1]) is Aim.OUTCOME


class Halting:
    """A mind that says one sentence, and the next when it is let."""

    label = "Halting."

    def __init__(self):
        self.let = asyncio.Event()

    def warm(self):
        pass

    async def next(self, situation):
        return Reply(text=self._pieces(), question=situation.question.key)

    async def _pieces(self):
        yield f"{BRIDGE} "
        await self.let.wait()
        yield ASKED


async def test_the_first_sentence_is_said_before_the_second_has_come(clock):
    mind = Halting()
    async with a_room(clock, mind=mind, plan=PLAN) as room:
        await heard(room)
        await room.take(evi.UserInput(text=GOOD))
        await until(room.replies)
        before = [m.message.content for m in room.replies()]
        mind.let.set()
        whole = await heard(room)

    assert before == [BRIDGE]
    assert whole == [BRIDGE, ASKED]


class Broken:
    """Somebody's mind with a mistake in it."""

    label = "Broken."

    def warm(self):
        pass

    async def next(self, situation):
        raise KeyError(situation.heard)


async def test_a_mistake_in_a_mind_is_no_end_of_the_interview(clock, caplog):
    async with a_room(clock, mind=Broken(), plan=PLAN) as room:
        await heard(room)
        said = await reply_to(room, GOOD)

    assert said[-1] == NEXT
    assert GOOD not in caplog.text


@pytest.mark.parametrize("more", ["and one more thing", ""], ids=["goes on", "coughs"])
async def test_who_goes_on_while_the_mind_thinks_is_not_talked_over(clock, more):
    async with a_minded_room(clock, openai_text.hang()) as (room, server):
        room.stt.texts += [GOOD, more]
        await room.speak(10)
        await room.wait(1.2)
        await until(lambda: server.requests)
        server.script(openai_text.streamed([f"NEXT {BRIDGE}"]))
        await room.speak(1 if more else 0.4)
        while_speaking = room.replies()
        await room.wait(2.4)  # what was added may go on
        said = await heard(room)
        told = json.loads(server.requests[-1].text.split("\nSAID ")[1].split("\n")[0])

    assert while_speaking == []
    assert said == [BRIDGE, NEXT]
    assert told["candidate"] == f"{GOOD} {more}".strip()


async def test_who_interrupts_still_gets_the_question_once(clock):
    streamed = openai_text.streamed([f"NEXT {BRIDGE}"])
    async with a_minded_room(clock, streamed, voice=SteadyVoice(4)) as (room, _):
        room.stt.texts += [GOOD, "sorry one more thing"]
        await room.speak(10)
        await room.wait(1.2)
        await until(room.replies)
        await room.speak(1)
        first = [m.message.content for m in room.replies()]
        interrupted = "user_interruption" in room.kinds()
        room.seen.clear()
        await room.wait(1.2)
        rest = await heard(room)

    # What was added is one answer with what was said before, and what was said is not said again.
    assert interrupted
    assert first == [BRIDGE]
    assert BRIDGE not in rest
    assert [text for text in rest if text.endswith("?")] == rest[-1:]


def obliging(asked):
    """Say what a model would that keeps to its task."""
    said, now = asked.text.split("\nSAID ")[-1].split("\nNOW ")
    year = json.loads(said)["candidate"].split()[-1].strip(".")
    asks = "ASK" in json.loads(now)["begin_with_one_of"] and int(year) % 2
    follow_up = f"Why did that come up in {year}?" if asks else ""
    return openai_text.streamed(
        [f"{'ASK' if asks else 'NEXT'} You say that was in {year}. ", follow_up]
    )


async def test_a_whole_typed_interview_asks_all_that_was_planned_and_ends(clock):
    made = question_plan.make(level="senior", title="Engineer", skills=("SQL",), minutes=20, seed=7)
    said = []
    async with a_minded_room(clock, obliging, plan=made, minutes=20) as (room, server):
        for turn in range(40):
            said += await reply_to(room, f"{GOOD} That was in {2000 + turn}.")
            if room.conversation.speaker.closing:
                break

    questions = [question.text for question in made.questions[1:]]
    assert [text for text in said if text in questions] == questions
    assert said[-1] == "That was the interview. Goodbye."
    asked = [text for text in said if text.endswith("?")]
    assert len(asked) == len(set(asked))
    taken_up = [text for text in said if text.startswith("You say that was in")]
    assert len(taken_up) == len(server.requests) == len(set(taken_up)) >= len(questions) - 2
    assert any(text.startswith("Why did that") for text in said)


def test_follow_ups_in_other_words_count_after_a_lost_line():
    follow_up = "What changed for the shop after you rewrote them?"
    earlier = [
        SaidTurn(speaker=who, text=text, question="q1")
        for who, text in (("interviewer", STORY), ("actor", VAGUE), ("interviewer", follow_up))
    ]

    dialogue = Dialogue(a_brief(plan=PLAN, said=tuple(earlier)), seed=1)
    dialogue.opening()

    assert dialogue._thread.followed_up == {Aim.OUTCOME}
    assert dialogue._thread.asked_on == 1


class Refusing(Broken):
    """A mind that nobody may ask."""

    obstacle = "It is not there."


async def test_without_a_model_nobody_is_asked_and_nobody_waits(clock):
    async with a_room(clock, mind=Refusing(), plan=PLAN) as room:
        await heard(room)
        assert room.conversation.speaker.deliberation.by_rules
        said = await reply_to(room, GOOD)

    assert said[-1] == NEXT


@pytest.mark.slow
async def test_each_turn_tells_who_worded_it_and_who_is_late_often_how_to_give_it_longer(clock):
    told = []
    async with a_minded_room(clock, openai_text.hang(), wait_seconds=0.2) as (room, _):
        for _ in range(3):
            await reply_to(room, GOOD)
            told.append(room.conversation.lineup.worded)
    async with a_minded_room(clock, openai_text.streamed([f"NEXT {BRIDGE}"])) as (room, _):
        await reply_to(room, GOOD)
        told.append(room.conversation.lineup.worded)

    rules = "The built-in rules replied, because a mind took longer than 0.2 seconds."
    assert told[:2] == [(rules,), (rules,)]
    assert told[2] == (f"{rules} Whoever runs this server can let it take longer.",)
    assert "comes from" in told[3][0]


async def test_a_model_here_reads_the_job_at_the_start_and_an_answer_while_it_is_spoken(clock):
    spoken = ["First our checkout was slow", "so I rewrote two queries and added an index."]
    async with a_minded_room(
        clock, openai_text.streamed([f"NEXT {BRIDGE}"]), ahead=True, patience_seconds=1.5
    ) as (room, server):
        await until(lambda: len(server.requests) == 1)
        room.stt.texts += spoken
        await room.speak(5)
        await room.wait(0.8)
        await until(lambda: len(server.requests) == 2)
        await room.speak(5)
        await room.wait(3.5)
        said = await heard(room)
        job, ahead, *_, asked = (request.text for request in server.requests)

    assert said == [BRIDGE, NEXT]
    assert {request.body.get("max_tokens") for request in server.requests[:2]} == {1}
    # What was read first is how the next one begins, up to what was not said then.
    assert asked.startswith(ahead[: ahead.index(spoken[0]) + len(spoken[0])])
    assert asked.startswith(job.split("\nSAID ")[0])
    assert "\nNOW " in asked
    assert "\nNOW " not in ahead


async def test_words_go_nowhere_before_the_answer_is_over_when_the_model_is_elsewhere(clock):
    async with a_minded_room(clock, openai_text.streamed([f"NEXT {BRIDGE}"])) as (room, server):
        room.stt.texts += ["First our checkout was slow", "so I rewrote two queries."]
        await room.speak(5)
        await room.wait(0.8)
        await room.speak(5)
        await room.wait(3.5)
        await heard(room)

    assert len(server.requests) == 1
