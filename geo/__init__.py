"""Provinces, groups over time, names to codes, boundaries. Plain Python; knows nothing of a screen."""
