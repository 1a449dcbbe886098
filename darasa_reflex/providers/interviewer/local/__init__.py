"""The built-in interviewer: ears, any mind, mouth."""
