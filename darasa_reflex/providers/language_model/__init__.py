"""Language models: Gemini, and any server that speaks like OpenAI."""
