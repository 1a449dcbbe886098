"""Reflex state classes, in folders by the page they serve, and the guard of all events."""
