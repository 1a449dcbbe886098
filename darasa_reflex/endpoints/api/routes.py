"""/api/v1: a person's jobs, interviews, transcripts and reports, for their programs."""

import json
import logging
from collections.abc import Awaitable, Callable
from typing import Any, cast
from uuid import UUID

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from darasa_reflex.core.errors import (
    AllowanceUsedUp,
    DarasaError,
    InvalidInput,
    NotFound,
    NotSignedIn,
    ServiceUnavailable,
)
from darasa_reflex.core.monitoring.logs import place_of
from darasa_reflex.core.words.sentences import ENGLISH, speak
from darasa_reflex.endpoints.api import views
from darasa_reflex.endpoints.api.description import DESCRIPTION
from darasa_reflex.features.accounts.floods import RATES
from darasa_reflex.features.accounts.identity import Actor
from darasa_reflex.features.job_infos.service import JobInfoDraft
from darasa_reflex.settings import settings
from darasa_reflex.wiring import services

logger = logging.getLogger(__name__)

Call = Callable[[Request, Actor], Awaitable[Any]]
_FRESH = {"cache-control": "no-store"}
_STATUS = {
    NotSignedIn: 401,
    NotFound: 404,
    InvalidInput: 422,
    AllowanceUsedUp: 403,
    ServiceUnavailable: 503,
}
# Nobody has a million interviews for one job.
_MOST_DIGITS = 6
_TOO_OFTEN = "That was very often in a short time. Wait a minute, then try again."
_NO_OBJECT = "Send a JSON object."
_NO_FEEDBACK = "There is no feedback on this interview yet. Ask for it with POST."
_OF_A_JOB = ("name", "title", "experience_level", "description")
_CHOICES = ("minutes", "patience", "kind", "difficulty", "tone", "language")


def _answers(call: Call, status: int = 200) -> Callable[[Request], Awaitable[Response]]:
    """Return an endpoint: asks who is there, counts, and says in JSON what is wrong."""

    async def endpoint(request: Request) -> Response:
        speak(ENGLISH)  # programs read it
        try:
            actor = await _actor_of(request)
            if not await services().floods.allows("api", str(actor.user_id)):
                wait = {"retry-after": str(RATES["api"].seconds)}
                return JSONResponse({"error": _TOO_OFTEN}, 429, _FRESH | wait)
            return JSONResponse(await call(request, actor), status, _FRESH)
        except DarasaError as refusal:
            return _refused(refusal)
        except Exception as error:  # a bug: noted without its text, which may hold words
            logger.error("the API failed: %s %s", type(error).__name__, place_of(error))  # noqa: TRY400
            return JSONResponse({"error": DarasaError().message}, 500, _FRESH)

    return endpoint


def _refused(refusal: DarasaError) -> Response:
    status = next((code for kind, code in _STATUS.items() if isinstance(refusal, kind)), 500)
    body = {"error": refusal.message}
    if isinstance(refusal, InvalidInput):
        body["field"] = refusal.field
    headers = _FRESH | ({"www-authenticate": "Bearer"} if isinstance(refusal, NotSignedIn) else {})
    return JSONResponse(body, status, headers)


async def _actor_of(request: Request) -> Actor:
    scheme, _, secret = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not secret:
        raise NotSignedIn("Send a token, which you make in Settings: Authorization: Bearer …")
    return await services().access_tokens.holder(secret.strip())


async def _body(request: Request) -> dict[str, Any]:
    try:
        body = json.loads(await request.body() or b"{}")
    except (ValueError, RecursionError):
        raise InvalidInput("body", _NO_OBJECT) from None
    if not isinstance(body, dict):
        raise InvalidInput("body", _NO_OBJECT)
    return cast("dict[str, Any]", body)


def _id(value: object) -> UUID:
    try:
        return UUID(str(value))
    except ValueError:
        raise NotFound from None


async def _jobs(request: Request, actor: Actor) -> Any:  # noqa: ANN401 (JSON)
    found = await services().job_infos.search(actor, request.query_params.get("words", ""))
    return {"jobs": [views.job(one) for one in found]}


async def _describe(request: Request, actor: Actor) -> Any:  # noqa: ANN401 (JSON)
    body = await _body(request)
    draft = JobInfoDraft(**{name: body.get(name, "") for name in _OF_A_JOB})
    return views.job(await services().job_infos.create(actor, draft))


async def _interviews(request: Request, actor: Actor) -> Any:  # noqa: ANN401 (JSON)
    asked = request.query_params
    offset = asked.get("offset", "0")
    if not offset.isascii() or not offset.isdigit() or len(offset) > _MOST_DIGITS:
        raise InvalidInput("offset", "An offset is a whole number from 0.")
    if "job_id" in asked:
        found = await services().interviews.of_job(actor, _id(asked["job_id"]), int(offset))
    else:
        found = await services().interviews.latest(actor, int(offset))
    return {"interviews": [views.interview(one) for one in found]}


async def _start(request: Request, actor: Actor) -> Any:  # noqa: ANN401 (JSON)
    body = await _body(request)
    chosen = {name: body[name] for name in _CHOICES if name in body}
    started = await services().interviews.start(actor, _id(body.get("job_id")), **chosen)
    return _ticket(started.interview_id, started.ticket)


async def _reopen(request: Request, actor: Actor) -> Any:  # noqa: ANN401 (JSON)
    interview_id = _of(request)
    return _ticket(interview_id, await services().interviews.reopen(actor, interview_id))


def _ticket(interview_id: UUID, secret: str) -> dict[str, str]:
    return {
        "interview_id": str(interview_id),
        "path": f"{settings().path}/v0/evi/chat",
        "access_token": secret,
    }


def _of(request: Request) -> UUID:
    return _id(request.path_params["interview_id"])


async def _interview(request: Request, actor: Actor) -> Any:  # noqa: ANN401 (JSON)
    return views.interview(await services().interviews.get(actor, _of(request)))


async def _transcript(request: Request, actor: Actor) -> Any:  # noqa: ANN401 (JSON)
    said = await services().interviews.transcript(actor, _of(request))
    return {"turns": [views.turn(one) for one in said]}


async def _report(request: Request, actor: Actor) -> Any:  # noqa: ANN401 (JSON)
    view = await services().feedback.latest(actor, _of(request))
    if view is None:
        raise NotFound(_NO_FEEDBACK)
    return views.feedback(view)


async def _ask(request: Request, actor: Actor) -> Any:  # noqa: ANN401 (JSON)
    return views.feedback(await services().feedback.request(actor, _of(request)))


async def _described(_: Request) -> Response:
    return JSONResponse(DESCRIPTION)


def _route(path: str, call: Call, method: str = "GET", status: int = 200) -> Route:
    return Route(f"/api/v1{path}", _answers(call, status), methods=[method])


ROUTES = (
    _route("/jobs", _jobs),
    _route("/jobs", _describe, "POST", 201),
    _route("/interviews", _interviews),
    _route("/interviews", _start, "POST", 201),
    _route("/interviews/{interview_id}", _interview),
    _route("/interviews/{interview_id}/ticket", _reopen, "POST", 201),
    _route("/interviews/{interview_id}/transcript", _transcript),
    _route("/interviews/{interview_id}/report", _report),
    _route("/interviews/{interview_id}/report", _ask, "POST", 202),
    Route("/api/openapi.json", _described),
)
