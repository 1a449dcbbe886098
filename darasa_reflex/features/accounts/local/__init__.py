"""Accounts with e-mail and password, kept here."""
