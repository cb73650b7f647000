"""Pure functions: a measure's frame -> Figure (plot, table twin, alternative text, sources)."""
