"""What a report shows, put together.

asked: A question as it is shown, without what the interviewer said beside it.
category: One category, and its text in the language of who reads.
counted: Rows of questions, where rules have read each answer.
coverage: Term by term of the job: named, asked about and not named, or not asked about.
judged: Rows of questions and requirements, where a judge has read each answer.
once: The same words are quoted once: where they are read first.
readable: The report as text to read, in the language of who reads.
report: Ratings, quotes, measured delivery and what to do next, as data.
review: From material and a verdict to a report.
"""
