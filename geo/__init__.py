"""Provinces, groups over time, names to codes, boundaries. Plain Python; knows nothing of a screen.

Promises: an area means what it meant on the day that is asked for. May import locales.
"""
