"""What a report shows, put together."""
