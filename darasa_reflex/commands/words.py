"""Bring the catalogues of sentences up to date with the code."""

from collections.abc import Sequence

from darasa_reflex.core.words.catalogue import FOLDER, place_of, read, translated
from darasa_reflex.core.words.extraction import current, extracted


def words(languages: Sequence[str]) -> int:
    """Write every catalogue anew, and begin those of languages that have none; return 0."""
    known = {file.stem for file in FOLDER.glob("*.po")}
    template = extracted()
    for language in sorted(known | set(languages)):
        place_of(language).write_bytes(current(language, template))
        catalog = read(language)
        done = len(list(translated(catalog)))
        print(f"{language}: {done} of {len(catalog)} sentences are translated.")
    return 0
