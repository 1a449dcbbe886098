"""No package index: models come from their hub alone."""

from pathlib import Path

from darasa_reflex.core.engines.discovery import Provider
from darasa_reflex.features.speech_models.fetching import NotFetched, PackageIndex, Why


class NoIndex:
    """See `PackageIndex`."""

    async def bring(self, requirement: str, folder: Path, most_bytes: int) -> Path:
        """See `PackageIndex.bring`."""
        del requirement, folder, most_bytes
        raise NotFetched(Why.MISSING)


def _build(keys: object) -> PackageIndex:
    del keys
    return NoIndex()


PROVIDER = Provider[PackageIndex](name="none", title="no package index", rank=0, build=_build)
