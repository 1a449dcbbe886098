"""Memory: what the C library keeps that nobody uses any more, and what Python looks through."""

import contextlib
import ctypes
import gc

# Source: malloc.h of glibc.
_M_ARENA_MAX = -8


def share(heaps: int) -> None:
    """Let all threads share so many heaps: one per thread grows by what others give back.

    Without glibc nothing happens.
    """
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL("libc.so.6").mallopt(_M_ARENA_MAX, heaps)


def trim() -> None:
    """Give back to the machine what was freed. Takes a few ms, and what is needed again as many."""
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL("libc.so.6").malloc_trim(0)


def grow() -> None:
    """Let a start make what it makes without looking through it again and again, until `settle`."""
    gc.disable()


def settle() -> None:
    """Keep what a start has made out of the garbage collector's sight: it lives until the end.

    Looking through it, 174,000 objects of classes and modules, holds the event loop and with it
    every call for 60 to 200 ms.
    """
    gc.collect()
    gc.freeze()
    gc.enable()
