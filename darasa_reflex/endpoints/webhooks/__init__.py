"""What services outside tell of people."""
