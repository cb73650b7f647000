"""A figure as a vector picture, drawn from the very plot that the screen shows, without a browser."""
