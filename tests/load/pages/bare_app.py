"""References of the bench: a bare one-page Reflex app with Radix, in a folder of its own.

Its search asks an empty SQLite database twice, as ours does. What that needs is loaded late, so
that the app starts as fast as one without.
"""

import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.machine.services.postgres import free_port

APP = """
import asyncio
from functools import cache
import reflex as rx
@cache
def queries():
    from sqlmodel import Field, Session, SQLModel, col, create_engine, func, or_, select
    class Job(SQLModel, table=True):
        id: int | None = Field(default=None, primary_key=True)
        name: str
        title: str
        description: str
    class Held(SQLModel, table=True):
        id: int | None = Field(default=None, primary_key=True)
        job: int = Field(foreign_key="job.id", index=True)
    engine = create_engine("sqlite:///bare.db")
    SQLModel.metadata.create_all(engine)
    def found(words):
        texts = [col(one).icontains(words) for one in (Job.name, Job.title, Job.description)]
        newest = select(Job).where(or_(*texts)).order_by(col(Job.id).desc()).limit(200)
        with Session(engine) as session:
            return session.exec(newest).all()
    def held(jobs):
        many = select(Held.job, func.count()).join(Job).where(col(Held.job).in_(jobs))
        with Session(engine) as session:
            return session.exec(many.group_by(Held.job)).all()
    return found, held
class Bare(rx.State):
    count: int = 0
    @rx.event
    async def add(self):
        self.count += 1
    @rx.event
    async def search(self, words: str):
        found, held = queries()
        jobs = await asyncio.to_thread(found, words)
        await asyncio.to_thread(held, [job.id for job in jobs])
        self.count += 1
def index():
    return rx.vstack(rx.heading("Bare"), rx.button("Add", on_click=Bare.add), rx.text(Bare.count))
app = rx.App()
app.add_page(index, route="/")
"""
CONFIG = """
import reflex as rx
config = rx.Config(app_name="bare", telemetry_enabled=False, backend_host="127.0.0.1",
                   plugins=[rx.plugins.RadixThemesPlugin()],
                   disable_plugins=[rx.plugins.SitemapPlugin])
"""
_START_SECONDS = 240


def make(folder: Path) -> None:
    """Write the app."""
    package = folder / "bare"
    package.mkdir(parents=True)
    (package / "__init__.py").touch()
    (package / "bare.py").write_text(APP)
    (folder / "rxconfig.py").write_text(CONFIG)


@contextmanager
def running(folder: Path) -> Iterator[tuple[str, float]]:
    """Run it as `reflex run` does in production; yield its address and the seconds to a page."""
    port, began = free_port(), time.monotonic()
    command = [sys.executable, "-m", "reflex", "run", "--env", "prod", "--single-port"]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(
            [*command, "--backend-port", str(port)],
            cwd=folder,
            env=environment(),
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        yield f"http://localhost:{port}", first_page(f"http://localhost:{port}", began)
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def first_page(address: str, began: float) -> float:
    """Return the seconds from `began` until a page is served."""
    while time.monotonic() - began < _START_SECONDS:
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                if answer.status == 200 and b"<html" in answer.read():
                    return time.monotonic() - began
        except (urllib.error.URLError, OSError):
            time.sleep(0.05)
    raise TimeoutError(address)


def environment() -> dict[str, str]:
    """Return the environment in which Reflex finds Node beside this Python."""
    beside = str(Path(sys.executable).parent)
    return {
        **os.environ,
        "PATH": beside + os.pathsep + os.environ["PATH"],
        "REFLEX_USE_NPM": "1",
        "REFLEX_TELEMETRY_ENABLED": "false",
        "REFLEX_CHECK_LATEST_VERSION": "false",
    }
