"""Questions in other languages than English, and how such texts are told apart."""
