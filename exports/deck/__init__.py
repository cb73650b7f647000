"""The story as an editable PowerPoint file with native shapes, charts and tables."""
