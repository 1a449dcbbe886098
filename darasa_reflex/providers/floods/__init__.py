"""Counts how often somebody asks: in memory, or in Redis."""
