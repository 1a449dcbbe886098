"""What a tab may send: the size of its frames, and what its events carry.

frames: Messages of the event socket, looked at before Reflex 0.10.1 reads them.
payloads: What a browser sends, checked: types are hints to Reflex, not checks.
"""
