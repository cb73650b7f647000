"""Pure functions: a measure's frame -> Figure (plot, table twin, alternative text, sources).

Promises: a number without a document carries its mark in title, plot, table and text. May import measures and what lies
below.
"""
