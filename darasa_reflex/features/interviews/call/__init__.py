"""A live call: held, kept as it is said, ended.

audible: When the interviewer is heard: known from the browser, or reckoned from the audio sent.
call: A live call: voice and messages up, messages down; what is said is kept before it is shown.
calls: Holding calls: from a spent ticket to the stored length.
decoder: The child that decodes a container: bytes of one stream in, PCM out, over its pipes.
frame_limits: What a peer may send: size and rate of frames, and how many broken ones.
handshake: What a client asks for in the address of its call, in EVI's query keys.
intake: What comes in: raw linear16 or a webm, mp4 or WAV stream, made 16 kHz mono PCM.
late_words: Words that are read after their turn was kept: added to it, even when the call is over.
lengths: How long calls last: stored by their beats and at their ends, read by whoever shows it.
line: The port of a call's line: frames up and down, whatever carries them.
moments: Moments the candidate asked for.
owed: What a call still owes the database, because that could not take it: stored once it can.
pulse: Signs of life between the two ends of a line.
record: What a live call writes down: its turns, its length, its end.
reply_delay: How long a candidate who has spoken waits for the interviewer's first sound.
seats: Seats: how many calls a machine hears at once, so that nobody is heard badly for another.
timeouts: Idle and longest time of a call: when to warn aloud and when to end it.
typed: Typed turns on their way through an engine: the client knows them by keys, engines do not.
voicing: The interviewer's turns of a call: kept when they are sent, timed when they are heard.
"""
