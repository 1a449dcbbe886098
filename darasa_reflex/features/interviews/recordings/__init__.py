"""What a person said, to be heard again: kept for those who chose it, and only their own voice."""
