"""Where to go next: the question, the map before and after, the curve.

Promises and may import: as views.
"""
