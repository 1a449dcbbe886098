"""The report: what was said and found, answer by answer, and what follows from it.

answer_rows: An answer with its marks, in the words of the page.
answers: The answers as cards, with what can be done with each.
cards: Cards that open by links.
categories: The categories in one compact table.
comments: Comments on answers, and the form to write one.
delivery: Measured delivery, drawn small.
hearing: An answer heard again, from its beginning or from a quote.
headline: What to read if only three lines are read.
lineup: What heard, spoke and worded an interview.
made: How a report was made, and all runs of it.
measured_rows: Measured delivery, in the words of the page.
receipt: The receipt of a deletion.
report: A report, section by section.
report_rows: What a report shows, in the words of the page.
requirements: What the job asks for, in groups.
self_rating: How the person says it went, and what stands beside that.
sharing: Links that show a report to somebody else.
take_along: On paper, as a file, or as words to paste.
time_rows: An interview over time, as it is drawn.
timeline: The interview over time.
"""
