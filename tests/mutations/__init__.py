"""Faults of one line that somebody in a hurry could make, by layer, and the test that catches each.

`make mutations` (`python -m tests.mutations`) makes one after the other in a copy of the tree and
prints which test catches it. `tests/evaluations/faults` is something else: what happens to live
calls.
"""
