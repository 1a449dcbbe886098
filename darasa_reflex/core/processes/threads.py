"""How many threads a process computes with."""

import os


def multiply_alone() -> None:
    """Have NumPy multiply matrices in the thread that asks; call it before NumPy is imported.

    More threads of its own wait for work busily: on two cores, what Smart Turn reads of a pause
    took 48 ms of a processor with them and takes 5 ms, and Whisper's phrases a tenth less. What
    this process starts does the same, unless a setting of the machine says otherwise.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # noqa: TID251 (no setting of ours)
