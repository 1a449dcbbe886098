"""What SQLite alone needs: its connections, one writer, one server."""
