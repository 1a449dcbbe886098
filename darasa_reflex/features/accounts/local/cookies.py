"""The cookie that stands for a sign-in to an account that this server keeps itself."""

from collections.abc import Mapping

# Under TLS a browser takes the first name only from this very host, so that no neighbour plants it.
_UNDER_TLS, _PLAIN = "__Host-darasa_session", "darasa_session"
_TLS = "https://"


def is_under_tls(headers: Mapping[str, str]) -> bool:
    """Tell whether a request came from a page that was loaded by TLS."""
    return headers.get("origin", "").startswith(_TLS)


def name_for(headers: Mapping[str, str]) -> str:
    """Return the cookie's name for a request.

    Args:
        headers: Lower-cased header names to values.
    """
    return _UNDER_TLS if is_under_tls(headers) else _PLAIN


def secret_in(headers: Mapping[str, str]) -> str | None:
    """Return the secret that a browser sends; None when it sends none.

    Args:
        headers: Lower-cased header names to values.
    """
    # `http.cookies` reads nothing after the first cookie of a neighbour that it does not like.
    parts = [part.strip().partition("=") for part in headers.get("cookie", "").split(";")]
    sent = {name: value for name, _, value in parts}
    plain = None if is_under_tls(headers) else sent.get(_PLAIN)
    return sent.get(_UNDER_TLS) or plain or None
