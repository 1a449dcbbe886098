"""Whom an encrypted connection trusts."""

import ssl
from functools import cache


@cache
def trusted() -> ssl.SSLContext:
    """Return the machine's trusted certificates. Slow the first time: call it in a thread."""
    return ssl.create_default_context()
