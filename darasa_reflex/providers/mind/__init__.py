"""Minds of the interviewer: by rules, by a language model."""
