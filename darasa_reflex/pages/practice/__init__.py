"""Practice between interviews."""
