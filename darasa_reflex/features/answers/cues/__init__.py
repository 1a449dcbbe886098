"""Cues: by what words a manner of doing is told."""
