"""The built-in mind: what the rules say."""

from darasa_reflex.core.engines.discovery import Provider
from darasa_reflex.core.words.stored import sentence
from darasa_reflex.features.interviews.mind.port import Mind, Reply, Situation
from darasa_reflex.features.interviews.mind.scripted import scripted


class Scripted:
    """See `Mind`. Stands in for every other one that is late, wrong or not there."""

    label = ""

    def warm(self) -> None:
        """See `Mind.warm`."""

    async def next(self, situation: Situation) -> Reply:
        """See `Mind.next`."""
        return scripted(situation)


def _build(keys: object) -> Mind:
    del keys
    return Scripted()


PROVIDER = Provider[Mind](name="scripted", title=sentence("Built-in rules"), rank=0, build=_build)
