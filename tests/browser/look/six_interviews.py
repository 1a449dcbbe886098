"""Six interviews whose reports must each look meant, in the database of a server that runs.

Beside a server: python -m tests.browser.look.six_interviews sqlite:///PATH prints name and path of
each.
"""

import sys

from darasa_reflex.features.feedback.runs.models import FeedbackStatus
from tests.browser.look.furnished import House
from tests.features.feedback import transcripts as said

WHO = (
    "Tell me a little about yourself.",
    "I have been a backend engineer for six years, most of them at a company that sells invoices.",
)
OWN = (
    "Do you have any questions for me?",
    "How do you decide who is on call? And how large is the team?",
)
BYE = ("Thank you for your time. Goodbye.", "Goodbye.")
MUMBLED = "Blorp zib fanto merish kelo dren vuppi sork tably wexo, plinda gorrum estif novarik ulm."
MUMBLES = [(asked, f"{MUMBLED} {MUMBLED}") for asked, _ in said.BACKEND_STRONG]
SHORT = [(said.BACKEND_STRONG[0][0], "I made it faster. It took me a week.")]


def six(pairs: said.Pairs) -> said.Pairs:
    """Return four answers with an introduction before and own questions behind them."""
    return [WHO, *pairs, OWN, BYE]


# Name to what was said, and how it was heard.
INTERVIEWS: dict[str, tuple[said.Pairs, dict[str, bool]]] = {
    "strong": (six(said.BACKEND_STRONG), {"typed": False, "rough": False}),
    "weak": (six(said.BACKEND_WEAK), {"typed": False, "rough": False}),
    "typed": (six(said.BACKEND_MEDIUM), {"typed": True}),
    "rough": (six(said.BACKEND_STRONG), {"typed": False}),
    "refused": (six(MUMBLES), {"typed": False, "rough": False}),
    "two-sentences": (SHORT, {"typed": False, "rough": False}),
    "by-a-model": (six(said.BACKEND_STRONG), {"typed": False, "rough": False}),
}


def furnish(house: House) -> dict[str, str]:
    """Insert the interviews with their reports; return the path of each page by its name.

    The seventh is the strong one again, rated by a model.
    """
    job = house.job("Backend at Acme")
    paths: dict[str, str] = {}
    for name, (pairs, heard) in INTERVIEWS.items():
        typed, rough = heard["typed"], heard.get("rough", True)
        interview = house.interview(job, pairs, typed=typed, rough=rough)
        house.feedback(interview, FeedbackStatus.READY, by_a_model=name == "by-a-model")
        paths[name] = f"/app/job-infos/{job}/interviews/{interview}"
    return paths


if __name__ == "__main__":
    for made in furnish(House(sys.argv[1])).items():
        print(*made)
