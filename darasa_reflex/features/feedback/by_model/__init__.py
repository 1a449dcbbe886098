"""The judge by a language model: tasks, shapes, and what code confirms of its answers.

answers: From what a model says of one answer to what may be shown of that.
ground: What claims of a model are held against: the turns, and the terms of the whole material.
instructions: What a model that judges is told: fixed texts, the rubric, and nothing of a person's.
judge: The judge by a language model: each answer first, then three passes over the whole.
material: What a model that judges is given: all that other people wrote or said, as JSON.
one_answer: One answer judged by itself, as another telling of it is.
outline: Outlines of stronger answers.
reading: From a model's answer to a verdict: what code cannot confirm is not in it.
shapes: What answers of a model are checked against. Keys that nobody asked for are ignored.
voice: How the voice came across, in words: a pass of its own, after the ratings, with consent only.
"""
