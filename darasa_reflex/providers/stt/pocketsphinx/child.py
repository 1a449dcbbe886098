"""The server's end of a pocketsphinx child. Everything here blocks: call it from a thread."""

from darasa_reflex.core.child import Child


class SphinxChild(Child):
    """One running child; its program is `worker`, which tells of its frames."""

    def __init__(self) -> None:
        super().__init__(f"{__package__}.worker")
        self._ready = False

    def wait_until_ready(self) -> None:
        """Return when its models are loaded, about 0.6 s after its start.

        Raises:
            ChildDied: It is gone.
        """
        if not self._ready:
            self.receive()
            self._ready = True

    def ask(self, kind: bytes) -> str:
        """Send a frame and return the text of its answer.

        Raises:
            ChildDied: It is gone.
        """
        self.wait_until_ready()
        self.send(kind)
        return self.receive().decode()
