"""The report: ratings, answers, quotes, measured delivery."""
