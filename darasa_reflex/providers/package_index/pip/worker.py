"""pip, with a given folder for what it is still bringing: `python -m … FOLDER ARGUMENTS`.

So the wheel grows where it can be watched, on the disk that was looked at for room, and goes with
the folder when this process is killed.
"""

import os
import runpy
import signal
import sys
import tempfile

# Leaves processor time to the building of pages, and to calls.
_NICENESS = 10


if __name__ == "__main__":
    # Whoever started it ends it, after noting what has come.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):
        os.nice(_NICENESS)
    _, tempfile.tempdir, *arguments = sys.argv
    sys.argv = ["pip", *arguments]
    runpy.run_module("pip", run_name="__main__", alter_sys=True)
