"""The report: from what was found to what the page shows.

anchors: Ids of elements, which links lead to.
conversation: What was said, as a report is shown beside it.
hearing: How much is recorded.
interview_report: The state of the page.
rows: What a report's page shows, made of what was found.
sample: The sample on the landing page.
sample_script: The sample as a script, in each language offered.
self_rating: How the person says it went, asked before a report is shown.
shared_report: The state of the page that a link shows.
sharing: The state of the links to one report.
"""
