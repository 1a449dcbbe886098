"""The JSON in an answer, out of all that models write around it."""

import re

_THOUGHTS = re.compile(r"<think(?:ing)?>.*?</think(?:ing)?>", re.DOTALL | re.IGNORECASE)
_THOUGHT_END = re.compile(r"</think(?:ing)?>", re.IGNORECASE)
_THOUGHT_BEGIN = re.compile(r"<think(?:ing)?>", re.IGNORECASE)
_BEGINS = ("<think>", "<thinking>")
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"|[{}]', re.DOTALL)


def without_thoughts(text: str) -> str:
    """Return what a model says, without what it thought aloud before it.

    A thought that never ends takes all that follows with it; an end without its beginning, which
    some servers send, takes all before it.
    """
    text = _THOUGHTS.sub("", text)
    text = _THOUGHT_END.split(text)[-1]
    return _THOUGHT_BEGIN.split(text)[0]


def json_in(text: str) -> str | None:
    """Return the first JSON object of an answer, up to its closing brace; None without one."""
    text = without_thoughts(text)
    begin = text.find("{")
    if begin < 0:
        return None
    depth = 0
    for mark in _STRING.finditer(text, begin):
        depth += {"{": 1, "}": -1}.get(mark[0], 0)
        if depth == 0:
            return text[begin : mark.end()]
    return None


class Spoken:
    """Takes the pieces of a stream, gives them without thoughts."""

    def __init__(self) -> None:
        self._held = ""
        self._thinking = False

    def take(self, piece: str) -> str:
        """Return what may be said now; the beginning of a mark is held back until it is one."""
        self._held += piece
        said = ""
        while True:
            mark = (_THOUGHT_END if self._thinking else _THOUGHT_BEGIN).search(self._held)
            if mark is None:
                break
            said += "" if self._thinking else self._held[: mark.start()]
            self._held, self._thinking = self._held[mark.end() :], not self._thinking
        if self._thinking:
            self._held = self._held[-len("</thinking>") :]
            return said
        keep = _begun(self._held)
        self._held, ready = (
            self._held[len(self._held) - keep :],
            self._held[: len(self._held) - keep],
        )
        return said + ready

    def rest(self) -> str:
        """Return what was held back, once all has come."""
        return "" if self._thinking else self._held


def _begun(text: str) -> int:
    """Return how many letters at the end may become the beginning of a thought."""
    longest = max(map(len, _BEGINS)) - 1
    for size in range(min(longest, len(text)), 0, -1):
        if any(mark.startswith(text[-size:].lower()) for mark in _BEGINS):
            return size
    return 0
