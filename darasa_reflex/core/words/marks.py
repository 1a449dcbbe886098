"""Sentences that are said in one place and translated in another."""


def marked(message: str) -> str:
    """Return an English sentence as it is; the catalogues get it from here."""
    return message
