"""The content security policy of pages, from the pages themselves and the door.

What Clerk's components need: facts of its documentation and of Stripe's security guide.
"""

import re
from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from darasa_reflex.features.accounts.identity import Door

_INLINE = re.compile(r"<script\b(?![^>]*\ssrc=)[^>]*>(.*?)</script>", re.DOTALL | re.IGNORECASE)
# Bot protection, and Stripe's fields for cards: what Clerk's components show in frames.
_TURNSTILE = "https://challenges.cloudflare.com"
_STRIPE = ("https://js.stripe.com", "https://*.js.stripe.com")


def policy(scripts: Iterable[str], origins: Iterable[str], door: Door) -> str:
    """Return the policy of pages.

    Args:
        scripts: Hashes of the scripts that stand in pages, as `scripts_in` returns them.
        origins: Under which this server is reached; sockets to them are allowed by name, since
            older browsers do not count sockets as `'self'`.
        door: Its scripts may run, where it has any.
    """
    clerk = [door.script_origin] if door.script_origin else []
    # A policy cannot name addresses of IPv6.
    sockets = [origin.replace("http", "ws", 1) for origin in origins if "[" not in origin]
    allowed = {
        "default-src": [],
        "script-src": [*scripts, *(clerk and (*clerk, _TURNSTILE, *_STRIPE))],
        "style-src": ["'unsafe-inline'"],
        "img-src": ["data:", "blob:", *(clerk and ("https://img.clerk.com",))],
        "font-src": [],
        "media-src": ["blob:", "data:"],
        "connect-src": [*sockets, *(clerk and (*clerk, "https://api.stripe.com"))],
        "worker-src": ["blob:"],
        "frame-src": [*(clerk and (_TURNSTILE, *_STRIPE, "https://hooks.stripe.com"))],
        "form-action": [*clerk],
    }
    own = [" ".join([name, "'self'", *more]) for name, more in allowed.items()]
    none = [f"{name} 'none'" for name in ("object-src", "base-uri", "frame-ancestors")]
    return "; ".join([*own, *none])


def scripts_in(built: Path) -> list[str]:
    """Return the hashes of all scripts that stand in built pages, as a policy names them."""
    texts = (page.read_text(encoding="utf-8") for page in sorted(built.rglob("*.html")))
    hashes = {_hash(script) for text in texts for script in _INLINE.findall(text)}
    return sorted(hashes)


def _hash(script: str) -> str:
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"
