"""Fields, buttons and what stands beside them."""
