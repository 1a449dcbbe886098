"""What was measured of the voice: pace, pauses, fillers."""
