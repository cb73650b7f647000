"""The Compare page: two to four areas, or one area on two days, side by side.

Promises and may import: as views.
"""
