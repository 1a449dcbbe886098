"""What SQLite alone needs: one writer, one server."""
