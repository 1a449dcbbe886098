"""Tells from sound whether somebody has finished."""
