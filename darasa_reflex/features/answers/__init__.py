"""The one reader of answers by word rules: what the interviewer and the report know of them.

actions: What the person did, in a sentence: "I profiled", "I had written", "we moved".
cues: Cues: by what words a manner of doing is told.
left_out: Sentences that say nothing of what was done: praise of oneself, lists of terms, orders.
lexicon: Words that carry meaning: verbs of doing, terms of trades, what is done for pleasure.
manner: How something was done, by the words it is told with.
originality: Whether a sentence says something new.
parts: The parts of an answer: what is found of them by words, and the sentence it stands in.
reading: The one reader of answers: what the interviewer asks on from, and what the report counts.
spoken_numbers: How many words a number in digits is when it is said.
terms: Which words a person used, and which of the job's terms they named.
topic: Whether the sentences of an answer belong to the question, the job, or work at all.
words: Words, stems and sentences of English text, with their places kept.
"""
