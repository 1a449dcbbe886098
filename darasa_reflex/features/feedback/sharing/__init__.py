"""A report shown by a link to somebody without an account, and what they write to it."""
