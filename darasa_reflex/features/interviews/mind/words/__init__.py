"""What the scripted mind says, and how."""
