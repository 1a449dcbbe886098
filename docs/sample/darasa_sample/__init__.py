"""A mind and a question bank for Darasa."""
