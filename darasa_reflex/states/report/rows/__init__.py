"""What a report's page shows, made of what was found.

answer_rows: Answers with their marks.
bubbles: The transcript.
category_rows: Rated or counted categories.
delivery_rows: Measured delivery.
lineup_rows: What played in an interview.
report_rows: A whole report.
sharing_rows: The chosen parts of a report, the links to it, and the comments on it.
time_rows: An interview over time.
"""
