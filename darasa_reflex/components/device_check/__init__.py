"""Trying microphone and loudspeaker before a call."""
