"""Questions that a language model wrote when the job was saved."""
