"""What is chosen before Start."""
