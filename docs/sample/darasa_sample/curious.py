"""A mind that wants to know more about the longest word of every answer."""

from darasa_reflex.core.engines.discovery import Provider
from darasa_reflex.features.interviews.mind.port import Mind, Reply, Situation


class Curious:
    """See `Mind`."""

    label = "It is curious about long words."

    def warm(self) -> None:
        """Nothing to load."""

    async def next(self, situation: Situation) -> Reply:
        """Ask on once for each question, then go on with the plan."""
        word = max(situation.heard.split(), key=len).strip(".,;:!?")
        if situation.theirs:
            return Reply()
        if situation.follow_up or not situation.may_ask_on:
            return Reply(text=f"You told me about {word}.")
        asks = f"You spoke of {word}. How did {word} come into it?"
        return Reply(text=asks, question=situation.question.key)


PROVIDER = Provider[Mind](
    name="curious",
    title="A curious mind",
    rank=20,
    build=lambda _: Curious(),
)
