"""What a newcomer reads when their machine lacks something: one sentence."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCRIPT = "darasa_reflex/commands/bootstrap.py"


def set_up_with(folder: Path, before: str) -> subprocess.CompletedProcess[str]:
    """Run the set-up of a copy of the repository on a Python that lacks something."""
    (folder / "darasa_reflex/commands").mkdir(parents=True)
    for name in (SCRIPT, "requirements.txt"):
        (folder / name).write_bytes((ROOT / name).read_bytes())
    program = (
        f"import sys; {before}; sys.argv = ['bootstrap', 'requirements.txt']; "
        f"code = compile(open({SCRIPT!r}).read(), {SCRIPT!r}, 'exec'); "
        f"exec(code, {{'__name__': '__main__', '__file__': {SCRIPT!r}}})"
    )
    return subprocess.run(
        [sys.executable, "-c", program], cwd=folder, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(
    ("before", "sentence"),
    [
        ("sys.version_info = (3, 9, 2)", "Darasa needs Python 3.11 or newer; this is 3.9.2."),
        ("sys.modules['ensurepip'] = None", "apt-get install python3-venv"),
    ],
)
def test_what_is_missing_is_said_in_one_sentence(tmp_path, before, sentence):
    done = set_up_with(tmp_path, before)

    assert done.returncode == 1
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_a_folder_that_cannot_be_written_is_said_in_one_sentence(tmp_path):
    refuse = "import venv; venv.create = lambda *a, **k: (_ for _ in ()).throw(PermissionError())"

    done = set_up_with(tmp_path, refuse)

    assert done.returncode == 1
    assert "may not write" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_set_up_reads_on_pythons_that_are_too_old():
    import ast

    ast.parse((ROOT / SCRIPT).read_text(), feature_version=(3, 7))


def test_make_without_a_python_says_so(tmp_path):
    tools = tmp_path / "bin"
    tools.mkdir()
    for name in ("make", "sh"):
        found = next(
            Path(folder) / name
            for folder in os.environ["PATH"].split(os.pathsep)
            if (Path(folder) / name).exists()
        )
        (tools / name).symlink_to(found)

    done = subprocess.run(
        ["make", "run"],
        cwd=ROOT,
        env={"PATH": str(tools)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert "Darasa needs Python 3.11 or newer, and none was found." in done.stdout
