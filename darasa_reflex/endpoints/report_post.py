"""/export/report: one report as a file, for the person whose interview it is of.

A form, as for /export: only it brings a cookie and an Origin, and puts no secret into an address.
"""

from collections.abc import AsyncGenerator, Iterator
from uuid import UUID

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from darasa_reflex.brand.brand import brand
from darasa_reflex.core.errors import NotFound, NotSignedIn
from darasa_reflex.core.paths import own_path
from darasa_reflex.endpoints.sign_in_posts.answers import leads_to
from darasa_reflex.endpoints.sign_in_posts.forms import Form, form_of, person_of
from darasa_reflex.features.feedback.reading.answers import said_in
from darasa_reflex.features.feedback.reading.taken import Comment, Taken, as_json, as_markdown
from darasa_reflex.features.interviews.questions.question_plan import QuestionPlan
from darasa_reflex.wiring import services

PATH = "/export/report"
_FORMATS = {
    "markdown": (as_markdown, "md", "text/markdown; charset=utf-8"),
    "json": (as_json, "json", "application/json"),
}
# A number beyond this is no run of ours, and too large for a database.
_MOST_RUNS = 1_000_000


async def answer(request: Request) -> Response:
    """Answer with the file, or lead back to the page, which says why there is none."""
    form = await form_of(request)
    try:
        made, ending, media_type = _FORMATS[form["format"]]
        taken = await _taken(form)
    except (KeyError, ValueError, NotFound, NotSignedIn):
        return leads_to(own_path(form["page"]))
    name = f"{brand().file_name}-feedback-{taken.held_at:%Y-%m-%d}.{ending}"
    headers = {
        "Content-Disposition": f'attachment; filename="{name}"',
        "Cache-Control": "no-store",
    }
    lines = "\n" if ending == "md" else ""
    return StreamingResponse(_sent(made(taken), lines), media_type=media_type, headers=headers)


async def _taken(form: Form) -> Taken:
    """Return the report a form asks for.

    Raises:
        NotFound: There is none that is ready, or it is somebody else's.
        NotSignedIn: Nobody is there.
        ValueError: The form names none.
    """
    actor = await person_of(form)
    interview_id, run = UUID(form["interview"]), int(form["run"])
    if not 0 < run <= _MOST_RUNS:
        raise NotFound
    view = await services().interviews.get(actor, interview_id)
    feedback = await services().feedback.read_run(actor, interview_id, run)
    if feedback.report is None:
        raise NotFound
    turns = await services().interviews.transcript(actor, interview_id)
    comments = await services().comments.of(actor, interview_id)
    return Taken(
        by=brand().name,
        job=view.job_info.name,
        held_at=view.interview.created_at,
        seconds=view.interview.duration_seconds,
        language=view.interview.language,
        run=run,
        report=feedback.report,
        turns=tuple(said_in(turns)),
        plan=QuestionPlan.of(view.interview.plan),
        comments={
            place: [Comment(one.author, one.text, one.created_at) for one in written]
            for place, written in comments.items()
        },
    )


async def _sent(pieces: Iterator[str], ending: str) -> AsyncGenerator[bytes]:
    for piece in pieces:
        yield f"{piece}{ending}".encode()
