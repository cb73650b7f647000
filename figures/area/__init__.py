"""Figures of one area: where it lies, its timeline, its amounts by year.

Promises and may import: as figures.
"""
