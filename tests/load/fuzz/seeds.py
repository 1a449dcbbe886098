"""Right frames: every event of the app, and every message of a call."""

import base64
import json
import sqlite3
from contextlib import closing
from uuid import UUID

from darasa_reflex import darasa_reflex as _app  # noqa: F401 (registers every state and page)
from tests.fixtures.server import Server
from tests.load.fuzz.mutations import WORD
from tests.load.measuring.processes import tickets
from tests.states.conftest import arguments
from tests.states.events.walking import ROUTE, all_events, short

# They would delete what the others are about, or take the person's rows away.
_NOT_SENT = {
    "JobInfoState.delete",
    "InterviewReportState.delete",
    "InterviewRoomState.discard",
    "SettingsState.delete_account",
}
_SILENCE = base64.b64encode(bytes(640)).decode()
EVI = [
    json.dumps(message)
    for message in (
        {"type": "session_settings", "audio": {"encoding": "linear16", "sample_rate": 16_000}},
        {"type": "session_settings", "variables": {WORD: 1}, "context": {"text": WORD}},
        {"type": "audio_input", "data": _SILENCE},
        {"type": "user_input", "text": WORD},
        {"type": "assistant_input", "text": WORD},
        {"type": "pause_assistant_message"},
        {"type": "resume_assistant_message"},
        {"type": "tool_response", "tool_call_id": WORD, "content": WORD},
        {"type": "tool_error", "tool_call_id": WORD, "error": WORD},
        {"type": "darasa_playback", "id": WORD, "event": "began"},
        {"type": "darasa_muted", "muted": True},
    )
]


def events(server: Server) -> list[str]:
    """Return one frame for each event, about an interview of the local person."""
    tickets(server.environment, 1)
    with closing(sqlite3.connect(server.database)) as kept:
        ids = kept.execute("select job_info_id, id from interview").fetchone()
    job_id, interview_id = (UUID(one) for one in ids)
    path = f"/app/job-infos/{job_id}/interviews/{interview_id}"
    names = [name for name in all_events() if short(name) not in _NOT_SENT]
    return [_frame(name, interview_id, path) for name in names]


def _frame(name: str, interview_id: UUID, path: str) -> str:
    event = {
        "name": name,
        "payload": arguments(all_events()[name].handler.fn, interview_id),
        "router_data": {"pathname": ROUTE, "asPath": path, "query": {WORD: WORD}},
    }
    return f"42/_event,{json.dumps(['event', event])}"
