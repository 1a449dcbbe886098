"""`make interviews`: simulated candidates, by the rules and with models.

Twenty were seen when the rules were made, twenty were kept for the end, eight speak oddly.
"""

import asyncio
import sys

from tests.evaluations.interviews.held import Held, all_held
from tests.evaluations.interviews.people import held_out, odd, seen

_HEAD = (
    "people", "mind", "interviews", "questions", "follow-ups", "take up the answer", "repeats",
    "rebukes of answers", "asked for what was told", "answered from posting",
    "ended", "minutes left",
)  # fmt: skip

_MINDS = {
    "scripted": "scripted",
    "model": "a model that listens",
    "errs": "one that mostly misbehaves",
}


def cells(held: list[Held]) -> list[str]:
    """Return a row."""
    follow_ups = [one for each in held for one in each.follow_ups]
    taken_up = sum(takes for _, takes, _ in follow_ups)
    told = sum(was for *_, was in follow_ups)
    left = sorted(each.left_ms / 60_000 for each in held)
    return [
        str(len(held)),
        f"{sum(each.questions for each in held) / len(held):.1f}",
        f"{len(follow_ups)}",
        f"{taken_up} ({_percent(taken_up, len(follow_ups))})",
        str(sum(len(each.repeats) for each in held)),
        str(sum(len(each.rebukes) for each in held)),
        f"{told} ({_percent(told, len(follow_ups))})",
        f"{sum(bool(each.answered) for each in held)} of {len(held)}",
        f"{sum(each.ended for each in held)}",
        f"{left[0]:.1f} to {left[-1]:.1f}",
    ]


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f} %" if whole else "-"


async def main(names: list[str]) -> None:
    """Print the table; of people who are named, all that was said."""
    print("| " + " | ".join(_HEAD) + " |\n|" + " --- |" * len(_HEAD))
    for whose, people in (("seen", seen()), ("held out", held_out()), ("odd", odd())):
        for mind, title in _MINDS.items():
            held = await all_held(people, mind)
            print("| " + " | ".join((whose, title, *cells(held))) + " |", flush=True)
            for each in held:
                if each.person.name in names:
                    print(*(f"{who[:5]}: {text}" for who, text in each.said), sep="\n")


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1:]))
