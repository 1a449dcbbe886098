"""A package index on loopback, in the simple form that pip reads (PEP 503), with wheels of data."""

import os
import threading
import time
import zipfile
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler
from io import BytesIO
from pathlib import Path
from unittest import mock

from tests.vendors.loopback import Quiet, serving

_PIECE = 16_384
# What a machine's own set-up of pip would add to the index.
_OWN_WAYS = ("PIP_FIND_LINKS", "PIP_EXTRA_INDEX_URL", "PIP_NO_INDEX", "PIP_CONSTRAINT")


@dataclass
class PackageServer:
    """The index.

    Attributes:
        wheels: File name to bytes.
        per_second: Bytes of a wheel sent in a second; None: as fast as it goes.
        asked: Paths, in the order they were asked for.
    """

    wheels: dict[str, bytes] = field(default_factory=dict)
    per_second: float | None = None
    asked: list[str] = field(default_factory=list)
    url: str = ""
    closing: threading.Event = field(default_factory=threading.Event)

    async def bring(self, requirement: str, folder: Path, most_bytes: int) -> Path:
        """See `PackageIndex.bring`: as pip does, which takes half a second to start."""
        del most_bytes
        wanted = requirement.partition("==")[0]
        name = next(one for one in self.wheels if one.startswith(f"{wanted}-"))
        self.asked.append(f"/wheels/{name}")
        (folder / name).write_bytes(self.wheels[name])
        return folder / name

    @property
    def brought(self) -> list[str]:
        """Names of the wheels that were asked for."""
        return [path.rpartition("/")[2] for path in self.asked if path.endswith(".whl")]


class _Handler(Quiet, BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, index: PackageServer, *given) -> None:
        self._index = index
        super().__init__(*given)

    def do_GET(self) -> None:
        """Answer with a page of links, or with a wheel."""
        self._index.asked.append(self.path)
        *_, folder, name = self.path.rstrip("/").split("/")
        if folder == "wheels" and name in self._index.wheels:
            self._send(self._index.wheels[name], "application/octet-stream")
            return
        wanted = name.replace("-", "_")
        links = [one for one in self._index.wheels if one.startswith(f"{wanted}-")]
        page = "".join(f'<a href="/wheels/{one}">{one}</a>' for one in links)
        self._send(f"<!DOCTYPE html><html><body>{page}</body></html>".encode(), "text/html")

    def _send(self, body: bytes, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        for at in range(0, len(body), _PIECE):
            if self._index.closing.is_set():
                return
            self.wfile.write(body[at : at + _PIECE])
            if self._index.per_second:
                time.sleep(_PIECE / self._index.per_second)


@contextmanager
def running(wheels: dict[str, bytes] | None = None):
    """Serve wheels, and have every pip of this process's children use this index alone."""
    index = PackageServer(dict(wheels or {}))
    with serving(partial(_Handler, index), index.closing) as url:
        index.url = url
        own = {name: value for name, value in os.environ.items() if name not in _OWN_WAYS}
        own |= {"PIP_CONFIG_FILE": os.devnull, "PIP_INDEX_URL": f"{url}/simple/"}
        with mock.patch.dict(os.environ, own, clear=True):
            yield index


def wheel(name: str, files: dict[str, bytes], version: str = "1.0.0") -> dict[str, bytes]:
    """Return a wheel of data files, by its file name."""
    info = f"{name}-{version}.dist-info"
    told = {
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n".encode(),
        f"{info}/WHEEL": b"Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        f"{info}/RECORD": b"",
    }
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, data in {**files, **told}.items():
            archive.writestr(path, data)
    return {f"{name}-{version}-py3-none-any.whl": packed.getvalue()}
