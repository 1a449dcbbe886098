"""A child that echoes, sleeps, hangs or dies, as it is told."""

import os
import signal
import sys
import time

from darasa_reflex.core.processes.child import answer, frames

for kind, payload in frames(sys.stdin.buffer):
    match kind, payload:
        case (b"D", _) | (b"G", b"broken"):
            sys.exit(1)
        case (b"H", _) | (b"G", b"hangs"):
            time.sleep(60)
        case (b"G", b"slow"):
            time.sleep(1.5)
        case (b"G", b"killed") | (b"K", _):
            os.kill(os.getpid(), signal.SIGKILL)
        case b"S", _:
            time.sleep(float(payload))
    answer(sys.stdout.buffer, kind, payload)
