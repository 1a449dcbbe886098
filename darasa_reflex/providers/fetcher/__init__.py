"""Fetches files over HTTP."""
