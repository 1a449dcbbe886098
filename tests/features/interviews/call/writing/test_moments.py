"""A moment in a call: how it ends by word, and what is kept of it."""

import asyncio

from darasa_reflex.features.interviews import evi
from tests.features.interviews.call.test_calls import until
from tests.features.interviews.doubles import FakeLine


async def test_who_says_that_they_are_ready_ends_the_moment(
    interviews, calls, interviewer, ada, job_info
):
    started = await interviews.start(ada, job_info.id)
    line = FakeLine(evi.write(evi.PauseAssistant()), stays=True)
    call = asyncio.create_task(calls.conduct(started.ticket, line))
    await until(lambda: interviewer.opened and interviewer.opened[0].taken)
    for text in ("I think it was in May.", "Okay, I'm ready."):
        line.inbox.put_nowait(evi.write(evi.UserInput(text=text)))

    await until(lambda: len(line.texts()) == 5)
    line.inbox.put_nowait(None)
    await call

    taken = [message.type for message in interviewer.opened[0].taken]
    said = [message for message in line.shown if isinstance(message, evi.UserMessage)]
    assert taken.count("resume_assistant_message") == 1
    assert [bool(m.darasa and m.darasa.resumed) for m in said] == [False, True]


async def test_a_pressed_button_is_no_turn_and_keeps_the_call_alive(
    interviews, calls, interviewer, ada, job_info
):
    started = await interviews.start(ada, job_info.id)
    line = FakeLine(evi.write(evi.Wish(wish="repeat")), stays=True)
    call = asyncio.create_task(calls.conduct(started.ticket, line))
    await until(lambda: line.texts() and interviewer.opened[0].taken)
    line.inbox.put_nowait(None)
    await call

    kept = await interviews.transcript(ada, started.interview_id)
    assert [message.type for message in interviewer.opened[0].taken] == ["darasa_wish"]
    assert [turn.speaker for turn in kept] == ["interviewer"]


async def test_the_room_is_told_how_much_time_is_left(interviews, calls, clock, ada, job_info):
    started = await interviews.start(ada, job_info.id, 5)
    line = FakeLine(stays=True)
    call = asyncio.create_task(calls.conduct(started.ticket, line))
    await until(lambda: len(line.shown) > 2)
    clock.seconds += 70
    line.inbox.put_nowait(None)
    await call

    again = FakeLine()
    await calls.conduct(await interviews.reopen(ada, started.interview_id), again)

    assert [one.shown[0].darasa.left_seconds for one in (line, again)] == [300, 230]


async def test_time_to_think_that_was_asked_for_stands_beside_the_question(
    interviews, calls, interviewer, clock, ada, job_info
):
    started = await interviews.start(ada, job_info.id)
    line = FakeLine(stays=True)
    call = asyncio.create_task(calls.conduct(started.ticket, line))
    await until(lambda: len(line.shown) > 2)
    line.inbox.put_nowait(evi.write(evi.PauseAssistant()))
    await until(lambda: interviewer.opened[0].taken)
    clock.seconds += 20
    line.inbox.put_nowait(evi.write(evi.ResumeAssistant()))
    await until(lambda: len(interviewer.opened[0].taken) == 2)
    clock.seconds += 2
    answer = evi.UserMessage(
        message=evi.Text(role="user", content="Well."), time=evi.Span(begin=22_000, end=22_500)
    )
    interviewer.opened[0]._out.put_nowait(answer)
    await until(lambda: "Well." in line.texts())
    line.inbox.put_nowait(None)
    await call

    question, said = await interviews.transcript(ada, started.interview_id)
    assert abs(question.held_ms - 20_000) <= 100
    assert said.held_ms == 0


async def test_two_moments_before_one_question_add_up_and_only_final_words_are_kept(
    interviews, calls, interviewer, clock, ada, job_info
):
    started = await interviews.start(ada, job_info.id)
    line = FakeLine(stays=True)
    call = asyncio.create_task(calls.conduct(started.ticket, line))
    await until(lambda: len(line.shown) > 2)
    (engine,) = interviewer.opened
    for text, seconds in (("Well.", 20), ("It was I.", 10)):
        before = len(engine.taken)
        line.inbox.put_nowait(evi.write(evi.PauseAssistant()))
        await until(lambda before=before: len(engine.taken) == before + 1)
        clock.seconds += seconds
        line.inbox.put_nowait(evi.write(evi.ResumeAssistant()))
        await until(lambda before=before: len(engine.taken) == before + 2)
        clock.seconds += 2
        now_ms = round(clock.seconds * 1000)
        words = evi.Text(role="user", content=text)
        said = evi.UserMessage(message=words, time=evi.Span(begin=now_ms, end=now_ms + 500))
        engine._out.put_nowait(said.model_copy(update={"interim": True}))
        engine._out.put_nowait(said)
        await until(lambda text=text: text in line.texts())
    line.inbox.put_nowait(None)
    await call

    question, *answers = await interviews.transcript(ada, started.interview_id)
    assert [turn.text for turn in answers] == ["Well.", "It was I."]
    assert abs(question.held_ms - 30_000) <= 200
