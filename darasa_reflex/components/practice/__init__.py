"""Practice: an answer given again, what to practise next, and how it goes over time."""
