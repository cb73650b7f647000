"""The same figures to take away: slide deck, printed brief, workbook, offline page. Nothing here knows a screen.

Promises: files appear whole or not at all, and carry day, release, mark and source. May import figures and what lies below.
"""
