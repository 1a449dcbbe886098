"""`python -m darasa_reflex hume-config` against Hume's stand-in."""

import subprocess

import pytest
from hume import AsyncHumeClient

from darasa_reflex.features.interviews.engines.instructions import TASK
from tests.machine import warmed
from tests.vendors.hume import hume_rest

pytestmark = pytest.mark.slow


@pytest.fixture
def hume():
    with hume_rest.running() as stand_in:
        yield stand_in


def run(address: str, **more: str) -> subprocess.CompletedProcess[str]:
    keys = {"HUME_API_KEY": hume_rest.KEY, "HUME_BASE_URL": address, "DARASA_ORIGINS": ""}
    return warmed.run(["darasa_reflex", "hume-config"], {"PATH": "", **keys, **more})


async def test_the_interviewer_is_created_once_and_then_updated(hume):
    hume.stored["configs"].append({"id": "other", "version": 0, "name": "Darasa interviewer 2"})
    hume.page_size = 1

    first = run(hume.base_url, DARASA_ORIGINS="http://a.example,https://b.example")
    second = run(f"{hume.base_url}/")

    assert (first.returncode, second.returncode) == (0, 0), first.stderr + second.stderr
    assert first.stdout == second.stdout == "configs-2\n"
    assert [path.split("/", 3)[3] for path, _ in hume.written] == [
        "prompts",
        "configs",
        "prompts/prompts-1",
        "configs/configs-2",
    ]
    assert hume_rest.KEY not in first.stdout + first.stderr
    prompt, config = hume.written[0][1], hume.written[1][1]
    assert prompt["text"].startswith(TASK)
    task, material = prompt["text"].split("\nMATERIAL ===")
    assert "{{" not in task
    for name in ("userName", "title", "description", "experienceLevel", "plan"):
        assert f"{{{{{name}}}}}" in material
    assert config["prompt"]["id"] == "prompts-1"
    assert config["timeouts"]["max_duration"]["duration_secs"] < 1_800
    assert config["turn_detection"]["end_of_turn_silence_ms"] == 1_500
    assert config["event_messages"]["on_new_chat"] == {"enabled": True}
    assert config["builtin_tools"] == [{"name": "hang_up"}]
    assert config["webhooks"][0]["url"] == "https://b.example/webhooks/hume"
    assert hume.written[3][1]["webhooks"] == []


async def test_the_official_client_reads_what_was_stored(hume):
    assert run(hume.base_url).returncode == 0
    client = AsyncHumeClient(base_url=hume.base_url, api_key=hume_rest.KEY)

    prompts = await client.empathic_voice.prompts.list_prompts(page_number=0, page_size=10)
    configs = await client.empathic_voice.configs.list_configs(page_number=0, page_size=10)

    assert [one.id async for one in prompts if one] == ["prompts-1"]
    assert [one.evi_version async for one in configs] == ["3"]
    await client._client_wrapper.httpx_client.httpx_client.aclose()


@pytest.mark.parametrize(
    ("more", "word"),
    [
        ({"HUME_API_KEY": "planted-secret"}, "HUME_API_KEY"),
        ({"HUME_API_KEY": ""}, "HUME_API_KEY is not set"),
        ({"HUME_BASE_URL": "api.hume.ai"}, "HUME_BASE_URL"),
        ({"HUME_BASE_URL": "http://127.0.0.1:1"}, "cannot be reached"),
    ],
)
def test_an_expected_failure_is_one_sentence(hume, more, word):
    done = run(hume.base_url, **more)

    assert done.returncode == 1
    assert word in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert "planted-secret" not in done.stderr + done.stdout
    assert done.stdout == ""


def test_a_refused_setting_is_told_without_hume_s_own_words(hume):
    hume.refusals = [400]

    done = run(hume.base_url)

    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)
    assert "planted-vendor-text" not in done.stderr
