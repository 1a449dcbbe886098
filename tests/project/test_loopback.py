"""No test talks to the outside world."""

import asyncio
import socket

import pytest

# Kept free for documents: nobody is there.
OUTSIDE = ("192.0.2.1", 80)


def test_no_connection_leaves_this_machine():
    # Of datagrams, since who would be let through need not wait.
    with socket.socket(type=socket.SOCK_DGRAM) as line, pytest.raises(AssertionError, match="192"):
        line.connect(OUTSIDE)


async def test_nor_does_one_of_a_loop():
    with pytest.raises(AssertionError, match="192"):
        await asyncio.wait_for(asyncio.open_connection(*OUTSIDE), 5)
