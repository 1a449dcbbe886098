"""Questions that people or servers bring along."""
