"""The built-in phrasing: the templates as they are."""

from collections.abc import AsyncGenerator

from darasa_reflex.core.discovery import Provider
from darasa_reflex.features.interviews.engines.phrasing import Draft, Phrasing


class Templates:
    """Words nothing anew."""

    verbatim = True
    label = ""

    def warm(self) -> None:
        """See `Phrasing.warm`."""

    async def sentences(self, draft: Draft) -> AsyncGenerator[str]:
        """See `Phrasing.sentences`."""
        yield draft.bridge
        if draft.follow_up is not None:
            yield draft.follow_up.text


def _build(keys: object) -> Phrasing:
    del keys
    return Templates()


PROVIDER = Provider[Phrasing](name="local", title="Built-in sentences", rank=0, build=_build)
