"""German: what is said, how wishes are worded, what is never said."""
