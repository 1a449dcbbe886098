"""Hume's REST interface over what the live stand-in has kept, on the same port."""

import json

from tests.vendors.door import Request, Response, Route
from tests.vendors.hume.hume_record import KeptChat as LiveChat
from tests.vendors.hume.hume_record import KeptEvent, Record
from tests.vendors.hume.hume_rest import HumeRestStandIn, KeptChat


def rest_route(record: Record, rest: HumeRestStandIn | None = None) -> Route:
    """Return a route for `HumeStandIn.routes`; `rest` may be told to misbehave."""
    own = rest or HumeRestStandIn()

    def route(request: Request) -> Response | None:
        if not request.path.startswith("/v0/evi/"):
            return None
        own.chats = {chat.id: _kept(chat) for chat in record.chats.values()}
        query = "&".join(f"{name}={value}" for name, value in request.query.items())
        key = request.headers.get("x-hume-api-key", "")
        status, answer = own.answer(request.method, f"{request.path}?{query}", key, request.body)
        return Response(
            status, answer if isinstance(answer, bytes) else json.dumps(answer).encode()
        )

    return route


def _kept(chat: LiveChat) -> KeptChat:
    over = chat.ended_ms is not None
    events = [_event(event) for event in chat.events if event.type != "CHAT_END_MESSAGE"]
    status = chat.status if over else "USER_ENDED"
    return KeptChat(events, status, chat.group_id, active_reads=0 if over else 1)


def _event(event: KeptEvent) -> dict:
    return {
        "id": event.id,
        "chat_id": event.chat_id,
        "timestamp": event.timestamp,
        "role": event.role,
        "type": event.type,
        "message_text": event.text,
        "emotion_features": json.dumps(event.scores) if event.scores else "",
        "metadata": None,
        "related_event_id": None,
    }
