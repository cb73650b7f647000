"""Figures and words of a comparison.

Promises and may import: as figures.
"""
