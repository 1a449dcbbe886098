"""The interviewer's languages: what it says, how it understands wishes, what it never says.

address: How a language speaks to somebody, whatever it says to them.
catalogue: What there is of each language.
clauses: Wishes of several clauses.
english: What is said, and never said, in English; its wishes stand in `heard.wishes`.
french: The three parts of French, by native speakers' usage.
german: The same of German.
intent: What a candidate may want instead of answering.
listening: How candidates word what they want in other languages than English.
manner: What is worded differently from tone to tone.
spanish: The three parts of Spanish.
standard: What sentences of a mind are measured by.
wording: All that the interviewer says of its own accord.
"""
