"""Speaking an answer outside of an interview: the browser's part."""
