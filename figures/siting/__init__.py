"""Figures of where to go next."""
