"""What is read of a posting: lines, headings, requirements."""
