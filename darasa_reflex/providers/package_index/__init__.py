"""Brings packages from where pip gets them."""
