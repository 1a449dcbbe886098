"""The database: a transaction per use case, and what keeps it well.

db: The database: one transaction per use case, off the event loop.
idle_connections: Connections of a pool that died while nobody used them.
outages: When the database takes nothing, or does not answer.
priority_limiter: A limit on how many work at once: who is in more of a hurry goes first.
sqlite: What SQLite alone needs: its connections, one writer, one server.
upgrade: What makes an upgrade of the tables safe.
"""
