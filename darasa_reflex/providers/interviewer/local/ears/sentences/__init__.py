"""What the words of an answer tell about its end; in English, and a little in others.

clauses: The verbs of a sentence, and what depends on what must follow.
completeness: Whether the words so far can be all of an answer.
expectation: How much of an answer a question asks for.
last_words: What the last words of a sentence still ask for, by rules with names.
never_last: Words that no sentence ends with, by language.
word_classes: Classes of words by their grammar.
"""
