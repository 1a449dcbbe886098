"""The rubric, the port of judges, and quotes held against the transcript.

applicability: Which categories nobody could rate, whoever judges.
by_words: The verdict of rules that count words.
consensus: Several independent passes, joined by arithmetic.
evidence: Quotes: found in the candidate's own turns, or not shown.
judge: The port of judges.
locales: What may be shown of a model's sentences in other languages than English.
prose: Words of a model made fit to show.
rubric: What is rated, and what can be observed at each level.
unfit: What a model may not say of a person.
"""
