"""Where models lie, by default and by wish."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from darasa_reflex.settings import Settings


@pytest.mark.parametrize(
    ("system", "folder"),
    [
        ("linux", ".cache/darasa/models"),
        ("darwin", "Library/Caches/darasa/models"),
        ("win32", "AppData/Local/darasa/Cache/models"),
    ],
)
def test_models_lie_among_the_caches_of_the_person(monkeypatch, tmp_path, system, folder):
    monkeypatch.setattr("sys.platform", system)
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA", "DARASA_MODELS_FOLDER"):
        monkeypatch.delenv(name, raising=False)

    assert Settings(_env_file=None).models_folder == tmp_path / folder


def test_the_systems_own_wish_counts(monkeypatch, tmp_path):
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.delenv("DARASA_MODELS_FOLDER", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))

    assert Settings(_env_file=None).models_folder == tmp_path / "darasa" / "models"


def test_another_folder_may_begin_with_the_persons_home(monkeypatch, tmp_path):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("DARASA_MODELS_FOLDER", "~/models")

    assert Settings(_env_file=None).models_folder == tmp_path / "models"


def test_the_home_of_nobody_is_refused_by_name(monkeypatch):
    monkeypatch.setenv("DARASA_MODELS_FOLDER", "~nobody-here-is-called-so/models")

    with pytest.raises(ValidationError, match=r"(?i)models_folder"):
        Settings(_env_file=None)


def test_a_user_without_a_home_still_has_a_folder(monkeypatch, tmp_path):
    def homeless():
        raise RuntimeError

    monkeypatch.setattr(Path, "home", homeless)
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.delenv("DARASA_MODELS_FOLDER", raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.chdir(tmp_path)

    assert Settings(_env_file=None).models_folder == tmp_path / ".cache" / "darasa" / "models"
