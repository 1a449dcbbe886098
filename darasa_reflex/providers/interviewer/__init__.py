"""Interviewers: built-in, Gemini Live, Hume."""
