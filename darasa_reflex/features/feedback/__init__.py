"""Feedback on an interview: what it is made from, who judges, what a report holds.

by_model: The judge by a language model: tasks, shapes, and what code confirms of its answers.
delivery: What was measured of the voice: pace, pauses, fillers.
exchanges: Questions and the answers to them, read from the order of the turns.
found: What is found without a model: counts, and the steps that follow from them.
judging: The rubric, the port of judges, and quotes held against the transcript.
material: What feedback is made from: the job, the questions planned, and what was said.
reading: A report beside what was said: answers with their marks, and the interview over time.
report: What a report shows, put together.
runs: Runs of feedback as stored: claimed by one worker, kept over restarts.
self_rating: How a person says an interview went, before they read the feedback.
sharing: Links that show a report to somebody without an account, and what they write to it.
service: Feedback runs: asked for by people, made by workers, kept over restarts.
"""
