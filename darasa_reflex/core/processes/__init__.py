"""Processes and loops: children for engines, work in the background, memory, the end.

child: A child process for an engine that holds the interpreter lock, and the frames on its pipes.
desk: One child process for all calls: asked one thing after the other, off the event loop.
heap: Memory: what the C library keeps that nobody uses any more, and what Python looks through.
stopping: A server that is told to stop: what is to be done first is done, then it stops.
threads: How many threads a process computes with.
worker: A loop that does work as it comes, and outlives whatever goes wrong with one piece of it.
"""
