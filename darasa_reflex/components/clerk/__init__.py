"""Clerk's own sign-in in a page."""
