"""Further languages of the pages: a catalogue each, and who chooses one.

language_choice: The choice of the language that pages are in; the browser keeps it.
languages: What further languages bring to the built pages: a catalogue each, and who chooses one.
"""
