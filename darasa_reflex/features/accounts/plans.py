"""What a plan includes."""

from darasa_reflex.core.errors import AllowanceUsedUp
from darasa_reflex.features.accounts.identity import Actor

# Names as Clerk sells them. Source: the original app.
UNLIMITED_INTERVIEWS = frozenset({"unlimited_interviews", "unlimited_interview"})


def check_interviews(actor: Actor, held: int, limit: int | None) -> None:
    """Refuse when the person has held as many interviews as they may.

    Args:
        actor: Who starts.
        held: Their interviews that ever connected.
        limit: How many they may hold; None for no limit.

    Raises:
        AllowanceUsedUp: No more are included.
    """
    if limit is None or actor.features & UNLIMITED_INTERVIEWS or held < limit:
        return
    raise AllowanceUsedUp(f"Your plan includes {limit} interviews, and they are used.")
