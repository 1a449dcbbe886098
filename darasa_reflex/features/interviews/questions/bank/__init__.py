"""Built-in questions by kind of work."""
