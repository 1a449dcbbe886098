"""Posts of sign-in forms, which set cookies."""
