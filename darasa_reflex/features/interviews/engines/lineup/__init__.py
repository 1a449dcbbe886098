"""What plays in an interview: which engine hears, speaks and words it.

lineup: What plays an interviewer, as the sentences that a person reads of it.
lineups: What played in an interview that was held.
"""
