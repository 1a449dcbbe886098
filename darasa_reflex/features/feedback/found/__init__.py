"""What is found without a model: counts, and the steps that follow from them."""
