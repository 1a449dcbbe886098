"""The report: what was said and found, answer by answer, and what follows from it.

answers: Answers as cards: their marks, the recording, comments.
lineup: What heard, spoke and worded an interview.
made: How a report was made, and all runs of it.
overview: What stands around the answers: headline, timeline, categories, requirements, delivery.
report: A report, section by section.
rows: What a report shows, in the words of the page.
self_rating: How the person says it went, and what stands beside that.
sharing: A report for others: links, paper, files, words to paste.
"""
