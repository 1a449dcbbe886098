"""Set-up, room, report."""
