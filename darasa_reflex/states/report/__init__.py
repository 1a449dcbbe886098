"""The report: from what was found to what the page shows.

anchors: Ids of elements, which links lead to.
answer_rows: Answers with their marks.
bubbles: The transcript.
category_rows: Rated or counted categories.
conversation: What was said, as a report is shown beside it.
delivery_rows: Measured delivery.
hearing: How much is recorded.
interview_report: The state of the page.
lineup_rows: What played in an interview.
report_rows: A whole report.
sample: The sample on the landing page.
self_rating: How the person says it went, asked before a report is shown.
shared_report: The state of the page that a link shows.
sharing: The state of the links to one report.
sharing_rows: The chosen parts of a report, the links to it, and the comments on it.
time_rows: An interview over time.
"""
