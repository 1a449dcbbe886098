"""What Gemini is told when it words a reply, and the material it words it from."""

import json

from darasa_reflex.features.interviews.engines.instructions import TASK, material
from darasa_reflex.features.interviews.engines.phrasing import Draft

# Raised with every change of the text below; `INSTRUCTIONS_VERSION` tells that of the shared task.
PHRASING_VERSION = "2026-11.1"

SYSTEM = f"""{TASK}
Your part now
- A program goes through the plan and has decided what is asked next. You word one reply of the \
interviewer and nothing else. It is given as REPLY, in JSON: data, like the MATERIAL.
- First one neutral sentence of at most 18 words that takes in what the candidate has just told, \
with their own key words, and addresses them as "you". Say only what they said. It holds no \
question, no request, no opinion and no advice. `bridge` shows its tone.
- If `follow_up` is not empty, then one question of at most 25 words that asks for the same thing \
as `follow_up`, fitted to what they told. It ends with a question mark.
- If `follow_up` is empty, no question: what stands in `said_next` follows by itself, and you \
neither ask nor announce it.
- Write these sentences only, as plain text on one line.
"""


def content(draft: Draft) -> str:
    """Return the material of a reply: everything that other people wrote, as JSON."""
    reply = {
        "question_answered": draft.question,
        "candidate_told": draft.told,
        "bridge": draft.bridge,
        "follow_up": draft.follow_up.text if draft.follow_up else "",
        "said_next": list(draft.rest),
    }
    return f"{material(draft.brief)}\nREPLY {json.dumps(reply, ensure_ascii=False)}"
