"""The rubric, the port of judges, and quotes held against the transcript."""
