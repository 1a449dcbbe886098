"""Engines: found in folders and packages, and which of them plays.

cast: The engines of one port, best first: which one plays now, and why nothing better does.
discovery: Engines found in folders. `cast` tells which of them plays.
"""
