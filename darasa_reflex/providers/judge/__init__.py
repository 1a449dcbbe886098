"""Judges: by word rules, by a language model."""
