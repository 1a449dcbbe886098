"""Hume's REST API: configs, tokens, chat history."""
