from pathlib import Path

import reflex as rx

from darasa_reflex.components.files import shared


def test_a_file_beside_a_component_gets_the_address_and_the_link_that_reflex_gives(
    tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    file = Path(__file__)

    theirs = rx.asset(file.name, shared=True)
    linked = {path: path.resolve() for path in tmp_path.rglob("*") if path.is_symlink()}
    ours = shared(__name__, file)

    assert (ours, ours.importable_path) == (theirs, theirs.importable_path)
    assert list(linked.values()) == [file]
    for path in linked:
        path.unlink()
    shared(__name__, file)
    assert {path: path.resolve() for path in linked} == linked
