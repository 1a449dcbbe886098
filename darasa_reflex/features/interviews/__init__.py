"""Interviews: begun, held, kept, read.

call: A live call: held, kept as it is said, ended.
device_check: The check of ear and voice before a call.
engines: The ports of what plays an interview, and what is told of it.
evi: The messages of a call: Hume's EVI wire format, https://dev.hume.ai (as of mid-2026).
mind: The mind of an interviewer: its port, and what code keeps certain whichever mind speaks.
models: An interview, its calls, its turns, and the tickets that open calls.
notes: What a person notes for themselves in an interview. No interviewer and no judge reads it.
preparation: Questions that a model writes for a job as soon as it is saved, so that no start waits.
questions: The question plan, where its questions come from, and how the interviewer asks on.
recollection: What engines that keep chats know of a call, brought home after it.
recordings: What a person said, to be heard again: for those who chose it.
repository: Reads and writes of interviews. Those a person asks for name the owner.
service: What a person does with interviews: start, resume, read, end. Calls are held in `calls`.
start: Starting and resuming: choices, tickets, limits.
status: Where an interview stands, in one word.
"""
