"""Landing page, sign-in, sign-up."""
