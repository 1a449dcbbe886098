"""Practice between interviews: an answer again, what to do next, and whether it got better."""
