"""What is understood of what a candidate said."""
