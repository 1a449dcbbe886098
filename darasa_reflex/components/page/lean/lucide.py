"""Icons of the set that Reflex brings, as data: no library comes onto the page for them.

From Lucide 1.26 (https://lucide.dev), rectangles and circles written as paths.
ISC License, Copyright (c) 2026 Lucide Icons and Contributors; some are derived from Feather, MIT
License, Copyright (c) 2013-present Cole Bemis. Permission to use, copy, modify and distribute
them for any purpose with or without fee is granted, provided that this notice appears in all
copies. They are provided "as is", without warranty of any kind.
"""

from collections.abc import Mapping
from types import MappingProxyType

# Paths on a grid of 24 by 24.
LUCIDE: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "mic": (
            "M12 19v3",
            "M19 10v2a7 7 0 0 1-14 0v-2",
            "M12 2a3 3 0 0 1 3 3v7a3 3 0 0 1-6 0V5a3 3 0 0 1 3-3z",
        ),
        "mic-off": (
            "M12 19v3",
            "M15 9.34V5a3 3 0 0 0-5.68-1.33",
            "M16.95 16.95A7 7 0 0 1 5 12v-2",
            "M18.89 13.23A7 7 0 0 0 19 12v-2",
            "M2 2l20 20",
            "M9 9v3a3 3 0 0 0 5.12 2.12",
        ),
        "pause": (
            "M15 3h3a1 1 0 0 1 1 1v16a1 1 0 0 1-1 1h-3a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1z",
            "M6 3h3a1 1 0 0 1 1 1v16a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1z",
        ),
        "play": (
            "M5 5a2 2 0 0 1 3.008-1.728l11.997 6.998a2 2 0 0 1 .003 3.458l-12 7A2 2 0 0 1 5 19z",
        ),
        "again": (
            "M3 12a9 9 0 1 0 9-9 9.75 9.75 0 0 0-6.74 2.74L3 8",
            "M3 3v5h5",
        ),
        "skip": (
            "M21 4v16",
            "M6.029 4.285A2 2 0 0 0 3 6v12a2 2 0 0 0 3.029 1.715l9.997-5.998a2 2 0 0 0 .003-3.432z",
        ),
        "keyboard": (
            "M4 4h16a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2z",
            "M6 8h.01M10 8h.01M14 8h.01M18 8h.01M8 12h.01M12 12h.01M16 12h.01M7 16h10",
        ),
        "phone": (
            "M13.832 16.568a1 1 0 0 0 1.213-.303l.355-.465A2 2 0 0 1 17 15h3a2 2 0 0 1 2 2v3"
            "a2 2 0 0 1-2 2A18 18 0 0 1 2 4a2 2 0 0 1 2-2h3a2 2 0 0 1 2 2v3a2 2 0 0 1-.8 1.6l"
            "-.468.351a1 1 0 0 0-.292 1.233 14 14 0 0 0 6.392 6.384",
        ),
        "send": (
            "M3.714 3.048a.498.498 0 0 0-.683.627l2.843 7.627a2 2 0 0 1 0 1.396l-2.842 7.627"
            "a.498.498 0 0 0 .682.627l18-8.5a.5.5 0 0 0 0-.904z",
            "M6 12h16",
        ),
        "more": (
            "M12 11a1 1 0 1 0 0 2 1 1 0 0 0 0-2z",
            "M19 11a1 1 0 1 0 0 2 1 1 0 0 0 0-2z",
            "M5 11a1 1 0 1 0 0 2 1 1 0 0 0 0-2z",
        ),
        "notes": (
            "M8 2v4M12 2v4M16 2v4",
            "M6 4h12a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2z",
            "M8 10h6M8 14h8M8 18h5",
        ),
        "about": ("M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20z", "M12 16v-4M12 8h.01"),
        "headphones": (
            "M3 14h3a2 2 0 0 1 2 2v3a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-7a9 9 0 0 1 18 0v7"
            "a2 2 0 0 1-2 2h-1a2 2 0 0 1-2-2v-3a2 2 0 0 1 2-2h3",
        ),
        "expand": ("M15 3h6v6", "M21 3l-7 7", "M3 21l7-7", "M9 21H3v-6"),
        "down": ("M6 9l6 6 6-6",),
        "ear": (
            "M6 8.5a6.5 6.5 0 1 1 13 0c0 6-6 6-6 10a3.5 3.5 0 1 1-7 0",
            "M15 8.5a2.5 2.5 0 0 0-5 0v1a2 2 0 1 1 0 4",
        ),
    }
)
