"""The story as an editable PowerPoint file with native shapes, charts and tables.

Promises: no mark is cut, nothing needs an edit before it is shown. May import what exports may.
"""
