"""How a person's interviews go over time: what was measured, what was shown, and what is chance.

coverage: Requirements of a job over all its interviews.
measures: What of a stored report can be compared with other interviews.
reports: Reads the reports of many interviews in few queries.
service: Progress, and what to practise next.
trend: Whether a measure has changed, or moves as it did before.
"""
