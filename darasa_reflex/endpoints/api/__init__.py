"""The JSON API: what programs may do for the person whose token they show."""
