"""The ports of what plays an interview, and what is told of it.

history: The port of engines that keep chats: what they can tell of a call afterwards.
instructions: What a language model that plays the interviewer is told.
interview_time: Interview time: what of a call counts towards the planned length.
interviewer: The port of interviewers: what a voice engine must do, and what it is told.
languages: The languages that a person may answer in.
lineup: What plays in an interview: which engine hears, speaks and words it.
outbox: What an interviewer has to say to the browser, in order, until somebody reads it.
playing: What plays in a call.
speech: Ears and voices: their ports, the voices there are, and who tells the end of a turn.
timeline: Where in the call a piece of sound lies, although lines stall and microphones start late.
typing_only: Ears for one language: the engines that hear it, and typing below them all.
"""
