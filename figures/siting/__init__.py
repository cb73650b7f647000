"""Figures of where to go next.

Promises and may import: as figures.
"""
