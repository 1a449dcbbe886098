"""English, the first language: what is said, and what is never said."""
