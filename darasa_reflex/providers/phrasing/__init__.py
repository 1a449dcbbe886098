"""Words the interviewer's sentences: templates, or a language model."""
