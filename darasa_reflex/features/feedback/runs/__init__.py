"""Runs of feedback as stored: claimed by one worker, kept over restarts."""
