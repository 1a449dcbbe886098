"""A report beside what was said: each answer with its marks, and the interview over time."""
