"""A live call: held, kept as it is said, ended.

call: A live call: voice and messages up, messages down; what is said is kept before it is shown.
calls: Holding calls: from a spent ticket to the stored length.
incoming: What comes in over a call's line, within its limits: an address, messages and sound.
line: The port of a call's line: frames up and down, whatever carries them.
seats: Seats: how many calls a machine hears at once, so that nobody is heard badly for another.
timing: A call in time: signs of life, time-outs, how long replies take, what is heard by now.
typed: Typed turns on their way through an engine: the client knows them by keys, engines do not.
voicing: The interviewer's turns of a call: kept when they are sent, timed when they are heard.
writing: What a call writes down, and what it still owes the database.
"""
