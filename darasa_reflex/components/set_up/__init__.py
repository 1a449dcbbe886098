"""What is chosen before Start, and what is still being fetched."""
