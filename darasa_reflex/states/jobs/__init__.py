"""Jobs and their form."""
