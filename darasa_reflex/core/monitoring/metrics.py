"""Numbers for whoever runs a server, as Prometheus reads them. None of them names a person.

Each is changed where it happens; those that stand in the database are read when they are asked for.
"""

import os
from pathlib import Path

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    ProcessCollector,
    disable_created_metrics,
)
from prometheus_client.multiprocess import MultiProcessCollector
from sqlalchemy.pool import Pool, QueuePool

# When each number began would double what is sent, and tells nobody anything.
disable_created_metrics()
REGISTRY = CollectorRegistry()
# All that may stand in a label, and what its values are: names of engines, of child processes, of
# states and of reasons in our own code. Never an id, an address or a word of a person's.
LABELS = frozenset({"engine", "child", "state", "reason", "kind"})

# Source of the buckets: a reply within a second feels like talking, after three people ask whether
# they were heard (facts of spoken dialogue); a model takes half a minute for a report.
_REPLY_BUCKETS = (0.25, 0.5, 0.75, 1.0, 1.5, 2.0, 3.0, 5.0, 8.0, 13.0)
_RUN_BUCKETS = (0.5, 1.0, 2.5, 5.0, 10.0, 20.0, 40.0, 80.0, 160.0, 320.0)

LIVE_CALLS = Gauge(
    "darasa_live_calls", "Live calls.", ["engine"], registry=REGISTRY, multiprocess_mode="livesum"
)
HEARD_INTERVIEWS = Gauge(
    "darasa_heard_interviews", "Interviews that are heard, each on a seat.", registry=REGISTRY,
    multiprocess_mode="livesum",
)  # fmt: skip
ENDED_CALLS = Counter(
    "darasa_ended_calls", "Calls that ended; a lost line is one of the reasons.", ["reason"],
    registry=REGISTRY,
)  # fmt: skip
REPLY_SECONDS = Histogram(
    "darasa_reply_seconds", "From the end of speech to the first sound of the reply.", ["engine"],
    registry=REGISTRY, buckets=_REPLY_BUCKETS,
)  # fmt: skip
WAITING = Gauge(
    "darasa_child_requests", "Asked of a child process and not answered: whisper is the ear.",
    ["child"], registry=REGISTRY, multiprocess_mode="livesum",
)  # fmt: skip
FEEDBACK_SECONDS = Histogram(
    "darasa_feedback_run_seconds", "Feedback runs that ended here, by state.", ["state"],
    registry=REGISTRY, buckets=_RUN_BUCKETS,
)  # fmt: skip
OPEN_FEEDBACK = Gauge(
    "darasa_feedback_runs_open", "Feedback runs of all servers that are not done.", ["state"],
    registry=REGISTRY, multiprocess_mode="mostrecent",
)  # fmt: skip
REFUSED_EVENTS = Counter(
    "darasa_refused_events", "Events of pages that were refused.", ["reason"], registry=REGISTRY
)
REFUSED_FLOODS = Counter(
    "darasa_refused_floods", "Requests and sockets that came too often.", ["kind"],
    registry=REGISTRY,
)  # fmt: skip
TABS = Gauge(
    "darasa_tabs", "Tabs with an open line to this server.", registry=REGISTRY,
    multiprocess_mode="livesum",
)  # fmt: skip
POOL_IN_USE = Gauge(
    "darasa_database_connections_in_use", "Connections that work just now.", registry=REGISTRY,
    multiprocess_mode="livesum",
)  # fmt: skip
POOL_SIZE = Gauge(
    "darasa_database_connections_most", "Connections that may work at once.", registry=REGISTRY,
    multiprocess_mode="livesum",
)  # fmt: skip
# Memory, processor time and open files of the process.
ProcessCollector(registry=REGISTRY)


def note_connections(pool: Pool) -> None:
    """Set how many of this process's connections to the database work."""
    if isinstance(pool, QueuePool):
        POOL_IN_USE.set(pool.checkedout())
        POOL_SIZE.set(pool.size())


def of_workers(folder: Path) -> CollectorRegistry:
    """Return the numbers of all processes that share a folder, added up.

    What a process did before it died counts on; what it had open does not. Memory and processor
    time of single processes are not among them.
    """
    # As `mark_process_dead` of the library, which the process that dies cannot call.
    for file in folder.glob("gauge_live*_*.db"):
        if not _lives(int(file.stem.rpartition("_")[2])):
            file.unlink(missing_ok=True)
    registry = CollectorRegistry()
    MultiProcessCollector(registry, str(folder))
    return registry


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True
