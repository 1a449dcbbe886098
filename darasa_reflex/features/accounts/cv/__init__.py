"""A CV: read from a file within limits.

cv_file: The text of a CV: PDF, Word or plain text, up to 5 MB.
cv_uploads: Files on their way from a browser, in pieces that fit into events.
"""
