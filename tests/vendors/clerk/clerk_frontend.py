"""Clerk's frontend interface, between a browser and the network, for one person and one browser.

Paths and answers: clerk/javascript, `packages/clerk-js/src/core/resources` (read 2026-11).
"""

import time
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import BrowserContext, Route

from tests.machine.browsers import clerk_bundle
from tests.vendors.clerk import clerk_shapes as shapes
from tests.vendors.clerk.clerk_tokens import ISSUER, token

PASSWORD = "correct horse battery staple"
_PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'
_FREE = shapes.plan("free", "Free", 0, {"1_interview": "Two interviews"})
_PRO = shapes.plan("pro", "Pro", 1900, {"unlimited_interviews": "Interviews without limit"})


@dataclass
class ClerkFrontend:
    """Answers Clerk's own browser code; change its attributes to change what Clerk says next.

    Attributes:
        origin: The app's. Tokens are made for it.
        life_seconds: How long a token lives.
        features: What the plan includes, as `fea` of the next token.
        serves: Whether the scripts can be had at all.
        busy: Whether it makes no tokens for now.
        issued: Tokens so far.
        asked: "METHOD /path" of every request.
    """

    origin: str
    subject: str = "user_ada"
    email: str = "ada@example.com"
    life_seconds: int = 60
    features: str = "u:1_interview"
    serves: bool = True
    busy: bool = False
    issued: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    _sessions: int = 0
    _live: bool = False
    _attempt: dict[str, Any] | None = None

    def stand_in(self, context: BrowserContext) -> "ClerkFrontend":
        """Answer instead of Clerk in all pages of a browser's context."""
        context.route(f"{ISSUER}/**", self._answer)
        context.route(
            "https://img.clerk.com/**",
            lambda route: route.fulfill(content_type="image/svg+xml", body=_PICTURE),
        )
        return self

    def sign_in(self) -> None:
        """Let the browser be one that has signed in before."""
        self._sessions, self._live = self._sessions + 1, True

    def end_session(self) -> None:
        """End the session from Clerk's side, as a ban does."""
        self._live = False

    def _answer(self, route: Route) -> None:
        request, path = route.request, urlsplit(route.request.url).path
        query = parse_qs(urlsplit(request.url).query)
        method = query.get("_method", [request.method])[0]
        self.asked.append(f"{method} {path}")
        headers = {
            "access-control-allow-origin": self.origin,
            "access-control-allow-credentials": "true",
            "access-control-allow-headers": "*",
            "access-control-expose-headers": "Authorization",
        }
        if path.startswith("/npm/"):
            self._serve(route, path, headers)
        elif request.method == "OPTIONS":
            route.fulfill(status=204, headers=headers)
        else:
            form = {name: values[0] for name, values in parse_qs(request.post_data or "").items()}
            status, body = self._routed(method, path, form)
            route.fulfill(status=status, headers=headers, json=body)

    def _serve(self, route: Route, path: str, headers: dict[str, str]) -> None:
        _, _, _, package, *_, name = path.split("/")
        script = clerk_bundle.file(package.split("@")[0], name)
        if not self.serves or not script.exists():
            route.abort()
        else:
            route.fulfill(path=script, headers=headers, content_type="text/javascript")

    def _routed(self, method: str, path: str, form: dict[str, str]) -> tuple[int, Any]:
        found = 404, _error("resource_not_found", "none")
        match method, path.removeprefix("/v1/").split("/"):
            case _, ["dev_browser"]:
                found = 200, {"id": "dvb_1", "token": "dvb_1"}
            case _, ["environment"]:
                found = 200, shapes.environment()
            case "GET", ["client"]:
                found = 200, {"response": self._client(), "client": None}
            case "POST", ["client", "sign_ins", *_]:
                found = self._signing_in(form)
            case (_, ["client", "sessions", *rest]):
                found = self._of_session(method, rest)
            case "GET", ["me", "billing", "subscription"]:
                bought = _PRO if "unlimited_interviews" in self.features else _FREE
                found = 200, {"response": shapes.subscription(bought)}
            case "GET", ["me", "billing", "payment_methods"]:
                found = 200, {"data": [], "total_count": 0}
            case "GET", ["billing", "plans"]:
                found = 200, {"data": [_FREE, _PRO], "total_count": 2}
        return found

    def _of_session(self, method: str, rest: list[str]) -> tuple[int, Any]:
        """Make a token, touch or end the session."""
        if method == "DELETE" or rest[1:] == ["remove"]:
            self.end_session()
            return 200, {"response": self._client(), "client": self._client()}
        if not self._live:
            return 401, _error("authentication_invalid", "Invalid authentication")
        if self.busy:
            return 429, _error("too_many_requests", "Too many requests.")
        if rest[1:2] == ["tokens"]:
            return 200, {"object": "token", "jwt": self._token()}
        return 200, {"response": self._session(), "client": self._client()}

    def _signing_in(self, form: dict[str, str]) -> tuple[int, Any]:
        """Take the e-mail first, then the password; or both at once."""
        password = form.get("password")
        if password is None:
            self._attempt = shapes.sign_in("needs_first_factor", self.email, None)
        elif password != PASSWORD:
            return 422, _error("form_password_incorrect", "Password is incorrect.", "password")
        else:
            self.sign_in()
            self._attempt = shapes.sign_in("complete", self.email, f"sess_{self._sessions}")
        answer, self._attempt = self._attempt, None if self._live else self._attempt
        return 200, {"response": answer, "client": self._client()}

    def _client(self) -> dict[str, Any]:
        return shapes.client([self._session()] if self._live else [], self._attempt)

    def _session(self) -> dict[str, Any]:
        person = shapes.user(self.subject, self.email)
        now_ms = int(time.time() * shapes.MS)
        return shapes.session(self._sessions, person, self._token(), now_ms)

    def _token(self) -> str:
        now = int(time.time())
        self.issued.append(
            token(
                sub=self.subject, sid=f"sess_{self._sessions}", azp=self.origin, fea=self.features,
                iat=now, nbf=now - 10, exp=now + self.life_seconds, email=self.email, name="Ada",
            )
        )  # fmt: skip
        return self.issued[-1]


def _error(code: str, message: str, param: str | None = None) -> dict[str, Any]:
    meta = {"param_name": param} if param else {}
    return {"errors": [{"code": code, "message": message, "long_message": message, "meta": meta}]}
