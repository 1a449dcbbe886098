"""The cookies of a browser that signs in to an account that this server keeps itself.

One stands for the sign-in. The other outlives it, and tells only that this browser had one: who is
known so is not slowed down by strangers who try passwords.
"""

from collections.abc import Mapping

# Under TLS a browser takes the first name only from this very host, so that no neighbour plants it.
_PREFIX = "__Host-"
_SESSION, _KNOWN = "darasa_session", "darasa_known"
_TLS = "https://"


def is_under_tls(headers: Mapping[str, str]) -> bool:
    """Tell whether a request came from a page that was loaded by TLS."""
    return headers.get("origin", "").startswith(_TLS)


def name_for(headers: Mapping[str, str]) -> str:
    """Return the name of the cookie of a sign-in for a request.

    Args:
        headers: Lower-cased header names to values.
    """
    return _named(headers, _SESSION)


def known_name_for(headers: Mapping[str, str]) -> str:
    """Return the name of the cookie of a browser that is known, as `name_for` does."""
    return _named(headers, _KNOWN)


def secret_in(headers: Mapping[str, str]) -> str | None:
    """Return the secret of a sign-in that a browser sends; None when it sends none.

    Args:
        headers: Lower-cased header names to values.
    """
    return _value(headers, _SESSION)


def known_in(headers: Mapping[str, str]) -> str | None:
    """Return by what a browser that was signed in before is known, as `secret_in` does."""
    return _value(headers, _KNOWN)


def _named(headers: Mapping[str, str], name: str) -> str:
    return f"{_PREFIX}{name}" if is_under_tls(headers) else name


def _value(headers: Mapping[str, str], name: str) -> str | None:
    # `http.cookies` reads nothing after the first cookie of a neighbour that it does not like.
    parts = [part.strip().partition("=") for part in headers.get("cookie", "").split(";")]
    sent = {name: value for name, _, value in parts}
    plain = None if is_under_tls(headers) else sent.get(name)
    return sent.get(f"{_PREFIX}{name}") or plain or None
