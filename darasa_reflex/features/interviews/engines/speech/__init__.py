"""Ears and voices: their ports, the voices there are, and who tells the end of a turn.

speech: The ports of ears and mouth: transcription and synthesis for interviewers that need them.
turn_detection: The port of turn detection.
voices: A voice for one language: the engines that speak it, and captions below them all.
"""
