"""The connection to Gemini Live: opened, renewed, resumed."""
