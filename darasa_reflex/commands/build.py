"""Build the pages once."""

import gzip
import hashlib
import os
import re
import subprocess
import sys
from pathlib import Path

from darasa_reflex.brand.brand import DARK_LOGO, FONT, ICON, LOGO, SHEET, TEXTS, brand
from darasa_reflex.core.errors import ServiceUnavailable
from darasa_reflex.settings import settings

ROOT = Path(__file__).resolve().parent.parent.parent
CLIENT = ROOT / ".web" / "build" / "client"
STAMP = ROOT / ".web" / "build" / "darasa-fingerprint"
LOG = Path(sys.prefix) / "build.log"  # not in .web, which Reflex makes anew
SOURCES = ("rxconfig.py", "requirements.txt", "assets", "darasa_reflex")
# Of the folder of a brand.
_SIGNS = (TEXTS, LOGO, DARK_LOGO, ICON, FONT, SHEET)
SUFFIXES = {".py", ".js", ".jsx", ".css", ".svg", ".txt", ".json", ".tsv", ".woff2", ".png", ".po"}


def build() -> int:
    """Build the pages if something changed since the last time; return 0.

    Raises:
        ServiceUnavailable: The build failed; the log says why.
    """
    wanted = fingerprint()
    if STAMP.exists() and STAMP.read_text() == wanted:
        return 0
    print("Building the pages (about a minute the first time)…", file=sys.stderr, flush=True)
    command = [sys.executable, "-m", "reflex", "export", "--frontend-only", "--no-zip"]
    with LOG.open("w") as log:
        done = subprocess.run(  # noqa: S603 (our own Python)
            command, cwd=ROOT, stdout=log, stderr=subprocess.STDOUT, check=False, env=_environment()
        )
    if done.returncode or not CLIENT.exists():
        raise ServiceUnavailable("build", _why(LOG.read_text()), retryable=True)
    bind_to_own_origin(CLIENT / settings().path.strip("/"))
    STAMP.write_text(wanted)
    return 0


def fingerprint() -> str:
    """Return a digest of everything the built pages depend on."""
    given = settings()
    digest = hashlib.sha256("\n".join((given.path, *given.languages)).encode())
    for source in SOURCES:
        place = ROOT / source
        files = [place] if place.is_file() else sorted(place.rglob("*"))
        for file in files:
            if file.suffix in SUFFIXES and "external" not in file.parts:
                digest.update(str(file.relative_to(ROOT)).encode() + file.read_bytes())
    for name in _SIGNS:
        if file := brand().file(name):
            digest.update(name.encode() + file.read_bytes())
    return digest.hexdigest()


def bind_to_own_origin(client: Path) -> None:
    """Make built pages call the server they came from, whatever its address.

    Reflex bakes the backend's address into one small file; one build then serves one port only.
    """
    for file in client.glob("assets/reflex-env-*.js"):
        text = file.read_text()
        text = re.sub(r"([`\"'])http://localhost:\d+([^`\"']*)\1", r"`${location.origin}\2`", text)
        sockets = "`${location.origin.replace('http','ws')}\\2`"
        text = re.sub(r"([`\"'])ws://localhost:\d+([^`\"']*)\1", sockets, text)
        file.write_text(text)
        packed = file.with_name(file.name + ".gz")
        if packed.exists():
            packed.write_bytes(gzip.compress(text.encode(), mtime=0))


def _environment() -> dict[str, str]:
    return {**os.environ, "REFLEX_USE_NPM": "1", "REFLEX_TELEMETRY_ENABLED": "false"}


def _why(log: str) -> str:
    if any(sign in log for sign in ("ENOTFOUND", "EAI_AGAIN", "ETIMEDOUT", "ECONNREFUSED")):
        return "The page builder could not be fetched. Check the internet connection, try again."
    return f"The pages could not be built; the reason stands in {LOG}."
