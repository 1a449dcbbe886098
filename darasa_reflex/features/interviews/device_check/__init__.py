"""The check of ear and voice before a call."""
