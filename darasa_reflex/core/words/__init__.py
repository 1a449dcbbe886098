"""Sentences in the language of who reads: English in the code, others in catalogues.

catalogue: The catalogues, one file of gettext a language, read by Babel.
catalogues: They, called as ISO 639-1 calls their languages.
sentences: What the server says, in the language of the task.
stored: Sentences that are kept in the database and read later, in the reader's language.
marks: Sentences that are said in one place and translated in another.
extraction: Which sentences the code has, and a catalogue brought up to date with them.
"""
