"""Question banks of a whole server."""
