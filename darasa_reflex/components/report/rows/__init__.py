"""What a report shows, in the words of the page.

answer_rows: An answer with its marks, in the words of the page.
measured_rows: Measured delivery, in the words of the page.
report_rows: What a report shows, in the words of the page.
time_rows: An interview over time, as it is drawn.
"""
