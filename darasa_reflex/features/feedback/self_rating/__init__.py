"""How a person says an interview went, before they read the feedback on it."""
