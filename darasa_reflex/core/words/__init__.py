"""Sentences in the language of who reads: English in the code, others in catalogues.

catalogue: The catalogues, one file of gettext a language, read by Babel.
catalogues: They, called as ISO 639-1 calls their languages.
marks: Sentences that are said in one place and translated in another.
extraction: Which sentences the code has, and a catalogue brought up to date with them.
"""
