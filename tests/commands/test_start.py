"""A start does nothing that was done before, and nothing that the first page can do without."""

import subprocess
import sys

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import text

from darasa_reflex.commands import build
from darasa_reflex.commands.tables import migrations
from darasa_reflex.core.database import upgrade
from darasa_reflex.core.database.db import Database
from darasa_reflex.settings import Settings
from tests.fixtures.server import ROOT

# The app as a worker loads it; whoever walks the stack says so.
LOAD = """
import inspect
inspect.stack = lambda *a, **k: print("walks the stack")
from darasa_reflex.darasa_reflex import app
"""
LATE = ("alembic", "av", "faster_whisper", "onnxruntime", "openai", "google.genai", "piper")


@pytest.fixture
def database(tmp_path, monkeypatch):
    address = f"sqlite:///{tmp_path / 'start.db'}"
    monkeypatch.setattr(migrations, "settings", lambda: Settings(database_url=address))
    monkeypatch.setenv("DARASA_DATABASE_URL", address)
    monkeypatch.setenv("DATABASE_URL", address)
    return Database(address)


def run(*arguments):
    """Run this Python; on its standard error is what it loads."""
    command = [sys.executable, "-X", "importtime", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)


def test_the_end_of_the_revisions_is_the_one_that_alembic_knows():
    heads = ScriptDirectory.from_config(Config(ROOT / "alembic.ini")).get_heads()

    assert migrations.newest_revisions() == set(heads)


@pytest.mark.parametrize(
    ("written", "newest"),
    [
        ("revision = 'acme_1'\ndown_revision = '0002'\n", {"acme_1"}),  # as Alembic writes it
        ("revision: str = 'acme-1'\ndown_revision: str | None = \"0002\"\n", {"acme-1"}),
        ("revision = 'acme_1'\ndown_revision = '0001'\n", {"acme_1", "0002"}),  # two ends
        ("revision = 'both'\ndown_revision = ('0001', '0002')\n", {"both"}),  # alembic merge
    ],
)
def test_the_end_is_found_behind_migrations_of_a_fork(written, newest, tmp_path, monkeypatch):
    (tmp_path / "0001_a.py").write_text('revision = "0001"\ndown_revision = None\n')
    (tmp_path / "0002_b.py").write_text('revision = "0002"\ndown_revision = "0001"\n')
    (tmp_path / "own.py").write_text(written)
    monkeypatch.setattr(upgrade, "_VERSIONS", tmp_path)

    assert migrations.newest_revisions() == newest


@pytest.mark.slow
def test_a_database_is_migrated_once_and_again_when_it_is_behind(database):
    def migrate():
        return "alembic.command" in run("-m", "darasa_reflex", "migrate").stderr

    assert not migrations.stands_at_newest()
    assert migrate()
    assert migrations.stands_at_newest()
    assert not migrate()
    with database.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0001'"))
    assert not migrations.stands_at_newest()


@pytest.mark.slow
def test_loading_the_app_walks_no_stack_and_loads_no_engine():
    done = run("-c", LOAD)

    assert "walks the stack" not in done.stdout
    loaded = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert "darasa_reflex.wiring" in loaded
    assert loaded.isdisjoint(LATE)


def test_scripts_of_components_are_found_where_the_build_looks():
    from reflex.components.component import Component

    from darasa_reflex import pages  # noqa: F401

    ours = {kind.library for kind in _below(Component) if "/external/" in str(kind.library)}

    assert len(ours) > 5
    for library in ours:
        link = ROOT / "assets" / str(library).removeprefix("$/public/")
        assert link.is_symlink()
        assert link.resolve().parent.is_relative_to(build.ROOT / "darasa_reflex")


def _below(kind):
    for one in kind.__subclasses__():
        yield one
        yield from _below(one)
