"""Figures and words of a comparison."""
