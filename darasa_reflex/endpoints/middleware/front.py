"""What stands between the network and the app."""

from functools import cache
from pathlib import Path

from starlette.types import ASGIApp, Receive, Scope, Send

from darasa_reflex.endpoints.middleware.below import Below, Lifted
from darasa_reflex.endpoints.middleware.bodies import Bodies
from darasa_reflex.endpoints.middleware.floods import FloodGate
from darasa_reflex.endpoints.middleware.headers import Headers
from darasa_reflex.endpoints.middleware.hosts import Hosts, names_of
from darasa_reflex.endpoints.middleware.languages import Languages
from darasa_reflex.endpoints.middleware.names import Names
from darasa_reflex.endpoints.middleware.policy import policy, scripts_in
from darasa_reflex.settings import Settings, settings
from darasa_reflex.wiring import Services, services

_BUILT = Path(__file__).parents[3] / ".web" / "build" / "client"


def guarded(app: ASGIApp) -> ASGIApp:
    """Return an app that is reached only through the wire.

    What the wire needs is made at the first request: the app is imported to build pages, too.
    """

    @cache
    def whole() -> ASGIApp:
        return wired(app, settings(), services(), _BUILT)

    async def pass_on(scope: Scope, receive: Receive, send: Send) -> None:
        await whole()(scope, receive, send)

    return pass_on


def lifted(app: ASGIApp) -> ASGIApp:
    """Return an app that knows the path of this server, for requests that know it no more."""
    path = settings().path
    return Lifted(app, path) if path else app


def wired(app: ASGIApp, given: Settings, own: Services, built: Path) -> ASGIApp:
    """Return an app behind the wire.

    Args:
        app: Any ASGI app.
        given: Which origins, proxies and port there are.
        own: How people come in, and where floods are counted.
        built: Folder of the built pages, whose own scripts may run.
    """
    origins, hops, door = given.allowed_origins, given.proxy_hops, own.door
    app = FloodGate(Bodies(app), own.floods, door.kind, hops)
    app = Hosts(app, door.kind, names_of(origins), given.port, hops)
    if len(given.languages) > 1:
        app = Languages(app, given.languages)
    if given.path:
        app = Below(app, given.path, direct=not hops)
    return Names(Headers(app, policy(scripts_in(built), origins, door), hops), hops)
