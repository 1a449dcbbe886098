"""Reflex state classes, in folders by the page they serve, and the guard of all events.

doors: Coming in.
events: What holds for all events: who is there, the guard, errors, addresses.
jobs: Jobs, the form of a job, lists of interviews.
practice: An answer given again, what to practise next, progress.
questions: A person's own questions.
report: The report of an interview.
room: The interview room.
set_up: What is chosen and checked before an interview.
settings: Choices, consents, and the receipt of a deletion.
"""
