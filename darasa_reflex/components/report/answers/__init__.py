"""Answers as cards: their marks, the recording, comments.

answers: The answers as cards, with what can be done with each.
cards: Cards that open by links.
comments: Comments on answers, and the form to write one.
hearing: An answer heard again, from its beginning or from a quote.
"""
