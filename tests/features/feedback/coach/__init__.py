"""Interviews a hiring coach wrote before reading the cues, and what spoils them."""
