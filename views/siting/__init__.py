"""Where to go next: the question, the map before and after, the curve."""
