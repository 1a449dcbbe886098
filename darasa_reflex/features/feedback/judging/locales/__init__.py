"""What may be shown of a model's sentences in other languages than English."""
