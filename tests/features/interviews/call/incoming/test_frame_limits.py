"""What a peer of a call may send."""

import pytest

from darasa_reflex.features.interviews.call.incoming.frame_limits import (
    FRAME_BURST,
    FRAME_BYTES,
    TOO_LARGE,
    TOO_MANY,
    FrameLimits,
)


@pytest.mark.parametrize(
    ("frame", "refusal"),
    [
        (b"x" * FRAME_BYTES, None),
        (b"x" * (FRAME_BYTES + 1), TOO_LARGE),
        ("x" * FRAME_BYTES, None),
        ("é" * (FRAME_BYTES // 2), None),
        ("é" * (FRAME_BYTES // 2) + "x", TOO_LARGE),  # half as many characters as bytes
        ("🙂" * (FRAME_BYTES // 4 + 1), TOO_LARGE),
    ],
)
def test_a_frame_is_measured_in_bytes(frame, refusal):
    assert FrameLimits(at=0.0).refuse(frame, 0.0) == refusal


def test_a_burst_passes_and_what_follows_at_once_does_not():
    limits = FrameLimits(at=0.0)

    seen = [limits.refuse(b"", 0.0) for _ in range(FRAME_BURST + 1)]

    assert seen == [None] * FRAME_BURST + [TOO_MANY]
    assert limits.refuse(b"", 1.0) is None
