"""What servers that stand in for vendors have in common: a free port of loopback, and no noise."""

import ssl
import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

_POLL_SECONDS = 0.02


class Quiet:
    """Beside `BaseHTTPRequestHandler`: tells the terminal nothing of requests. Comes first."""

    def log_message(self, *args: object) -> None:
        """Say nothing."""


class _QuietServer(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a client that left early."""


@contextmanager
def serving(
    handler: Callable[..., BaseHTTPRequestHandler],
    stop: threading.Event,
    tls: ssl.SSLContext | None = None,
) -> Generator[str]:
    """Answer requests while the context is open; give the address, without a slash at its end.

    Args:
        handler: Made for every request.
        stop: Set at the end, for handlers that wait.
        tls: Proves who answers, if that is to be proven.
    """
    server = _QuietServer(("127.0.0.1", 0), handler)
    if tls:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=partial(server.serve_forever, _POLL_SECONDS))
    thread.start()
    try:
        yield f"{'https' if tls else 'http'}://127.0.0.1:{server.server_port}"
    finally:
        stop.set()
        server.shutdown()
        thread.join()
        server.server_close()
