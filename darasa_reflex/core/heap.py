"""What the C library keeps of memory that nobody uses any more. Without glibc nothing happens."""

import contextlib
import ctypes

# Source: malloc.h of glibc.
_M_ARENA_MAX = -8


def share(heaps: int) -> None:
    """Let all threads share so many heaps: one per thread grows by what others give back."""
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL("libc.so.6").mallopt(_M_ARENA_MAX, heaps)


def trim() -> None:
    """Give back to the machine what was freed. Takes a few ms, and what is needed again as many."""
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL("libc.so.6").malloc_trim(0)
