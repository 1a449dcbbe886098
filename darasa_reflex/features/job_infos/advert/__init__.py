"""What a posting says of the job itself: title, company, level."""
