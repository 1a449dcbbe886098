"""What plays in an interview and why, as pages ask for it."""
