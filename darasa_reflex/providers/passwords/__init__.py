"""Hashes passwords."""
