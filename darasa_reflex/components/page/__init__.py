"""What every page stands in: header, navigation, messages."""
