"""Starting and resuming: choices, tickets, limits."""
