"""What stands around the answers: headline, timeline, categories, requirements, delivery.

categories: The categories in one compact table.
delivery: Measured delivery, drawn small.
headline: What to read if only three lines are read.
requirements: What the job asks for, in groups.
timeline: The interview over time.
"""
