"""The interview room: question, captions, notes, call bar."""
