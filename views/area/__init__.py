"""The Area page: one province or group on one sheet, on the screen and printed.

Promises and may import: as views.
"""
