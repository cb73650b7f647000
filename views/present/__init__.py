"""The presentation: every slide of a story in the page at once, stepped through without the server.

Promises and may import: as views.
"""
