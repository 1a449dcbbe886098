"""TLS for tests: one certificate authority is enough where nobody leaves this machine.

Reading all 140 of a bundle takes 50 ms each time a client is made, and stories make hundreds.
"""

import ssl
from functools import cache
from pathlib import Path

_END = "-----END CERTIFICATE-----\n"
# In bytes; a test's own authority is far smaller.
_BUNDLE = 50_000

_load = ssl.SSLContext.load_verify_locations


def trust_few() -> None:
    """Let this process read of each large bundle the first certificate only."""

    def load(context, cafile=None, capath=None, cadata=None):
        if cafile and Path(cafile).stat().st_size > _BUNDLE:
            return _load(context, cadata=_first(Path(cafile)))
        return _load(context, cafile, capath, cadata)

    ssl.SSLContext.load_verify_locations = load


@cache
def _first(bundle: Path) -> str:
    text = bundle.read_text(encoding="utf-8")
    begins = text.index("-----BEGIN CERTIFICATE-----")
    return text[begins : text.index(_END, begins) + len(_END)]
