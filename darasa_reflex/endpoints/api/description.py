"""The API, described by OpenAPI 3.1 (https://spec.openapis.org/oas/v3.1.0)."""

from typing import Any

from darasa_reflex.brand.brand import brand
from darasa_reflex.features.interviews.start.setup import LENGTHS_MINUTES, OFFERED
from darasa_reflex.features.job_infos.models import ExperienceLevel
from darasa_reflex.features.job_infos.service import (
    DESCRIPTION_LENGTH,
    NAME_LENGTH,
    TITLE_LENGTH,
)
from darasa_reflex.settings import settings

_TEXT: dict[str, Any] = {"type": "string"}
_WHOLE: dict[str, Any] = {"type": "integer"}
_ID: dict[str, Any] = {"type": "string", "format": "uuid"}
_TIME: dict[str, Any] = {"type": "string", "format": "date-time"}
_MAYBE_WHOLE: dict[str, Any] = {"type": ["integer", "null"]}
_MAYBE_TEXT: dict[str, Any] = {"type": ["string", "null"]}


def _object(**fields: Any) -> dict[str, Any]:  # noqa: ANN401 (schemas)
    return {"type": "object", "properties": fields, "required": list(fields)}


def _list(of: str) -> dict[str, Any]:
    return {"type": "array", "items": {"$ref": f"#/components/schemas/{of}"}}


_SCHEMAS = {
    "Error": _object(error=_TEXT),
    "Job": _object(
        id=_ID, name=_TEXT, title=_MAYBE_TEXT, experience_level=_TEXT, description=_TEXT,
        skills={"type": "array", "items": _TEXT}, created_at=_TIME,
    ),
    "Jobs": _object(jobs=_list("Job")),
    "Interview": _object(
        id=_ID, job_id=_ID, status=_TEXT, minutes=_WHOLE, lasted_seconds=_WHOLE, created_at=_TIME
    ),
    "Interviews": _object(interviews=_list("Interview")),
    "Ticket": _object(interview_id=_ID, path=_TEXT, access_token=_TEXT),
    "Turn": _object(
        speaker={"enum": ["candidate", "interviewer"]}, text=_TEXT, begin_ms=_WHOLE,
        end_ms=_MAYBE_WHOLE, typed={"type": "boolean"},
    ),
    "Transcript": _object(turns=_list("Turn")),
    "Feedback": _object(
        run=_WHOLE, status=_TEXT, reason=_MAYBE_TEXT, created_at=_TIME,
        report={"type": ["object", "null"]},
    ),
}  # fmt: skip
_JOB = {
    "type": "object",
    "properties": {
        "name": {"type": "string", "minLength": 1, "maxLength": NAME_LENGTH},
        "title": {"type": "string", "maxLength": TITLE_LENGTH},
        "experience_level": {"enum": list(ExperienceLevel)},
        "description": {"type": "string", "minLength": 1, "maxLength": DESCRIPTION_LENGTH},
    },
    "required": ["name", "experience_level", "description"],
}
_START = {
    "type": "object",
    "properties": {"job_id": _ID, "minutes": {"enum": list(LENGTHS_MINUTES), "default": 10}}
    | {name: {"enum": list(offered)} for name, offered in OFFERED.items()},
    "required": ["job_id"],
}
_INTERVIEW = {"name": "interview_id", "in": "path", "required": True, "schema": _ID}


def _json(schema: dict[str, Any]) -> dict[str, Any]:
    return {"application/json": {"schema": schema}}


def _does(summary: str, gives: str, status: int = 200, **more: Any) -> dict[str, Any]:  # noqa: ANN401 (parts of it)
    """Return an operation that gives a schema, or says what is wrong."""
    wrong = {
        "description": "What is wrong",
        "content": _json({"$ref": "#/components/schemas/Error"}),
    }
    right = {"description": gives, "content": _json({"$ref": f"#/components/schemas/{gives}"})}
    statuses = (401, 403, 404, 422, 429, 503)
    responses = {str(status): right} | {str(one): wrong for one in statuses}
    return {"summary": summary, "responses": responses, **more}


def _of_interview(**operations: Any) -> dict[str, Any]:  # noqa: ANN401 (operations)
    return {"parameters": [_INTERVIEW], **operations}


DESCRIPTION: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {
        "title": brand().name,
        "version": "1",
        "description": "Act for the person whose token you show. Tokens are made in Settings.",
    },
    "servers": [{"url": settings().path or "/"}],
    "components": {
        "schemas": _SCHEMAS,
        "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
    },
    "security": [{"token": []}],
    "paths": {
        "/api/v1/jobs": {
            "get": _does(
                "Jobs, newest first",
                "Jobs",
                parameters=[{"name": "words", "in": "query", "schema": _TEXT}],
            ),
            "post": _does(
                "Describe a job; what it asks for is read from its description",
                "Job",
                201,
                requestBody={"required": True, "content": _json(_JOB)},
            ),
        },
        "/api/v1/interviews": {
            "get": _does(
                "Interviews for a job, or for all of them, newest first",
                "Interviews",
                parameters=[
                    {"name": "job_id", "in": "query", "schema": _ID},
                    {"name": "offset", "in": "query", "schema": {"type": "integer", "minimum": 0}},
                ],
            ),
            "post": _does(
                "Start an interview; within a minute its ticket opens the socket: ?access_token=…",
                "Ticket",
                201,
                requestBody={"required": True, "content": _json(_START)},
            ),
        },
        "/api/v1/interviews/{interview_id}": _of_interview(
            get=_does("One interview", "Interview")
        ),
        "/api/v1/interviews/{interview_id}/ticket": _of_interview(
            post=_does("A further ticket for an interview that is not finished", "Ticket", 201)
        ),
        "/api/v1/interviews/{interview_id}/transcript": _of_interview(
            get=_does("Everything said", "Transcript")
        ),
        "/api/v1/interviews/{interview_id}/report": _of_interview(
            get=_does("The newest feedback", "Feedback"),
            post=_does("Ask for feedback; a run under way is returned as it is", "Feedback", 202),
        ),
    },
}  # fmt: skip
