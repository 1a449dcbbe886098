"""Who is behind a request: one person, local accounts, Clerk."""
