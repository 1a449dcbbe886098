"""Speech models on their way to this machine, and where they lie.

arrival: What people see of ear and voice while they come: two lines at most, in their words.
catalogue: The models that can be fetched: what each brings, its files, their sizes and digests.
fetching: The ports of fetching: bytes of an address, wheels of a package index, and how that fails.
job: One model on its way, and what can be seen of it.
progress: How fast something comes, from what came in the last seconds.
sentences: What people read about fetching: how far it is, what went wrong, and what to do next.
service: Fetching models: one after the other, told as it goes, to be ended or removed at any time.
sources: Where a model can be had: the hub first, then a package that carries the same bytes.
store: Where models lie on this machine: a folder for each, whole and checked, or in parts.
threads: Blocking work beside the event loop.
transfer: Brings one file here: goes on where it ended, bears with bad lines, and checks what came.
unpacking: Takes the files of a model out of a package: data alone, and only bytes that are known.
"""
