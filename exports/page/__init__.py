"""The story as one HTML file that asks for nothing."""
