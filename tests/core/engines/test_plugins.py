"""Engines that a deployment brings along, in packages and in a folder; some cannot be loaded."""

import shutil
import subprocess
import sys
from importlib.metadata import EntryPoint, EntryPoints

import pytest
from pydantic import ValidationError

from darasa_reflex.core.engines import discovery
from darasa_reflex.core.engines.cast import AUTO
from darasa_reflex.parts import Parts, providers
from darasa_reflex.settings import Settings
from darasa_reflex.wiring import build
from tests.fixtures.databases import with_tables
from tests.fixtures.server import ROOT

SAMPLE = ROOT / "docs" / "sample"
CURIOUS = SAMPLE / "darasa_sample" / "curious.py"


@pytest.fixture(autouse=True)
def loaded_anew():
    """Forget what a test has loaded."""
    before = set(sys.modules)
    yield
    for name in {*sys.modules} - before:
        if name.startswith(("darasa_plugins_", "darasa_sample")):
            del sys.modules[name]
    discovery._entries.cache_clear()


@pytest.fixture
def plugins(tmp_path):
    """A folder with a mind that works, and with several that do not."""
    folder = tmp_path / "plugins"
    mind = folder / "mind"
    (mind / "large").mkdir(parents=True)
    shutil.copy(CURIOUS, mind)
    (mind / "large" / "__init__.py").touch()
    (mind / "large" / "words.py").write_text("TITLE = 'A mind of two files'\n")
    (mind / "large" / "provider.py").write_text(
        "from darasa_plugins_mind.large.words import TITLE\n"
        "from darasa_reflex.core.engines.discovery import Provider\n"
        "PROVIDER = Provider(name='large', title=TITLE, rank=19, build=lambda _: object())\n"
    )
    (mind / "wild.py").write_text("raise ValueError('a secret of somebody')\n")
    (mind / "typed.py").write_text("PROVIDER = 'curious'\n")
    made = "from darasa_reflex.core.engines.discovery import Provider\nPROVIDER = Provider("
    (mind / "twin.py").write_text(f"{made}name='scripted', title='T', rank=9, build=print)\n")
    (mind / "late.py").write_text(
        f"{made}name='late', title='Late', rank=30, build=lambda _: 1 / 0)\n"
    )
    (mind / "unsure.py").write_text(
        f"{made}name='unsure', title='Unsure', rank=29, build=print, obstacle=lambda: 1 / 0)\n"
    )
    return folder


def given(plugins, **more):
    return Settings(plugins=plugins, _env_file=None, **more)


def test_what_a_folder_brings_is_found_and_what_is_wrong_with_it_is_a_sentence(plugins, caplog):
    minds = Parts(given(plugins), {"language_model": None}).cast("mind")

    assert minds.playing.name == "curious"
    assert minds.why() == (
        "Not typed: its file cannot be loaded (PROVIDER is no Provider, but a str).",
        "Not wild: its file cannot be loaded (ValueError).",
        'Not scripted-again: there is another engine called "scripted".',
        "Not Late: it cannot be started (ZeroDivisionError).",
        "Not Unsure: it cannot tell whether it can run (ZeroDivisionError).",
    )
    assert {one.name for one in minds.members} >= {"large", "scripted"}
    assert "secret" not in caplog.text


def test_the_whole_server_goes_on_beside_them(plugins, tmp_path):
    address = with_tables(tmp_path / "darasa.db")

    own = build(given(plugins, database_url=address, identity="local"))

    assert own.engines is not None
    own.database.engine.dispose()


def test_a_mind_of_a_folder_is_asked_for_by_name(plugins):
    parts = Parts(given(plugins, mind="curious"), {"language_model": None})

    assert parts.cast("mind").sentences == ("It is curious about long words.",)


def test_a_folder_that_is_not_there_is_refused_by_name(tmp_path, monkeypatch):
    monkeypatch.setenv("DARASA_PLUGINS", str(tmp_path / "nowhere"))

    with pytest.raises(ValidationError, match="plugins"):
        Settings(_env_file=None)


def test_an_entry_point_that_breaks_is_a_sentence(monkeypatch, caplog):
    lost = EntryPoint("lost", "not_there_at_all", f"{discovery._GROUP}mind")
    monkeypatch.setattr(discovery, "entry_points", lambda: EntryPoints([lost]))
    discovery._entries.cache_clear()

    found = {one.name: one.lack({}) for one in providers("mind")}

    assert found["lost"] == "its file cannot be loaded (No module named 'not_there_at_all')."
    assert found["scripted"] is None


@pytest.mark.slow
def test_the_sample_package_is_built_installed_and_found(tmp_path, monkeypatch):
    source, target = tmp_path / "source", tmp_path / "installed"
    shutil.copytree(SAMPLE, source)
    pip = [sys.executable, "-m", "pip", "install", "-q", "--disable-pip-version-check"]
    # With its dependencies: it must ask for nothing that is on no index.
    offline = ["--no-index", "--no-build-isolation", "--target", target, source]
    subprocess.run([*pip, *offline], check=True, capture_output=True)
    monkeypatch.syspath_prepend(target)
    discovery._entries.cache_clear()

    found = {port: providers(port)[0] for port in ("mind", "question_bank")}
    bank = found["question_bank"].build({})

    assert {one.name for one in found.values()} == {"curious", "house"}
    assert [one.text[:30] for one in bank.questions()] == ["Which of our products have you"]
    assert Parts(given(None, mind=AUTO), {"language_model": None}).cast("mind").best.label


@pytest.mark.slow
def test_darasa_itself_can_be_a_dependency(tmp_path):
    """Its wheel has what a provider imports, and asks for what the server asks for."""
    parts = ("darasa_reflex", "pyproject.toml", "README.md", "requirements.in", "LICENSE")
    for name in parts:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, tmp_path / name)
    pip = [sys.executable, "-m", "pip", "wheel", "-q", "--disable-pip-version-check"]
    offline = ["--no-deps", "--no-index", "--no-build-isolation", "-w", tmp_path, tmp_path]
    subprocess.run([*pip, *offline], check=True, capture_output=True)

    (wheel,) = tmp_path.glob("*.whl")
    shutil.unpack_archive(wheel, tmp_path / "unpacked", "zip")
    unpacked = tmp_path / "unpacked"
    (told,) = unpacked.glob("*.dist-info/METADATA")
    assert "Requires-Dist: reflex[db]==0.10.1" in told.read_text()
    script = "from darasa_reflex.parts import providers; print(providers('mind')[-1].name)"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=unpacked, capture_output=True, text=True, check=True
    )
    assert done.stdout == "scripted\n"
    ours = {path.relative_to(ROOT) for path in (ROOT / "darasa_reflex").rglob("*.tsv")}
    assert all((unpacked / path).is_file() for path in ours)
