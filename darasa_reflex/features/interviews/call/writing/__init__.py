"""What a call writes down, and what it still owes the database.

late_words: Words that are read after their turn was kept: added to it, even when the call is over.
lengths: How long calls last: stored by their beats and at their ends, read by whoever shows it.
moments: Moments the candidate asked for.
owed: What a call still owes the database, because that could not take it: stored once it can.
record: What a live call writes down: its turns, its length, its end.
"""
