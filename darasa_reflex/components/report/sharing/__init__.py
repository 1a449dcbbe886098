"""A report for others: links, paper, files, words to paste.

receipt: The receipt of a deletion.
sharing: Links that show a report to somebody else.
take_along: On paper, as a file, or as words to paste.
"""
