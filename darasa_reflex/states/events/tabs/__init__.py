"""Tabs of browsers: how many a person may have open, and what is kept of closed ones.

closed_tabs: What Reflex 0.10.1 keeps of tabs that are closed.
returned_tabs: What stands in a tab that comes back on a new line.
open_tabs: How many tabs people may have open on this server.
"""
